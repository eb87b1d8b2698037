package io.travelsuite.payments;

import io.travelsuite.Mode;
import io.travelsuite.payments.ledger.Payment;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Who moves the money. An implementation is thread-safe, knows one account in one mode, and starts
 * no thread.
 *
 * <p>Every effect comes with a key. Asked again under the same key, the provider does it once and
 * answers the same; that is what everything else here stands on. What goes wrong on the way is
 * {@link Outcome.Unknown}, never an exception. Facts carry the provider's name, its mode (as the
 * provider told it, not as it was configured) and the payment's reference.
 */
public interface PaymentProvider {

  /** {@return its name as the host configured it, 1 to 32 of {@code A–Z a–z 0–9 . _ -}} */
  String name();

  /** {@return whether its keys move real money} */
  Mode mode();

  /**
   * {@return how long after it was first asked an effect may be asked for again under its key: well
   * within the time for which the provider keeps keys; 20 hours unless it says otherwise}
   */
  default Duration keysKept() {
    return Duration.ofHours(20);
  }

  /**
   * Has the customer's bank keep an amount, without taking it; a provider or a method that can only
   * take it answers both facts. Tells the provider our reference, so that {@link #lookUp} finds it.
   *
   * @param payment what for
   * @param key the idempotency key
   * @return {@link Outcome.Done} with what was authorized, {@link Outcome.Pending}, {@link
   *     Outcome.Declined} or {@link Outcome.Unknown}
   */
  Outcome authorize(Payment payment, String key);

  /**
   * Takes what is authorized, or a part of it.
   *
   * @param effect how much of what
   * @return {@link Outcome.Done}, {@link Outcome.Declined} or {@link Outcome.Unknown}
   */
  Outcome capture(Effect effect);

  /**
   * Gives up what is authorized and not captured.
   *
   * @param effect of what; its amount is all there is
   * @return {@link Outcome.Done}, {@link Outcome.Declined} or {@link Outcome.Unknown}
   */
  Outcome voidAuthorization(Effect effect);

  /**
   * Gives back what was captured, or a part of it; several times if asked under several keys.
   *
   * @param effect how much of what
   * @return {@link Outcome.Done}, {@link Outcome.Declined} or {@link Outcome.Unknown}
   */
  Outcome refund(Effect effect);

  /**
   * What the provider knows of a payment.
   *
   * @param payment which, by its reference
   * @param providerPayment the provider's name for it if it was learned, or null
   * @return {@link Lookup.Found}, {@link Lookup.Absent} or {@link Lookup.Unanswered}
   */
  Lookup lookUp(Payment payment, @Nullable String providerPayment);
}
