package io.travelsuite.payments;

import io.travelsuite.payments.ledger.Fact;
import io.travelsuite.payments.ledger.Payment;
import io.travelsuite.payments.ledger.PaymentReference;
import io.travelsuite.payments.ledger.StoredPayment;
import java.util.Optional;
import org.joda.money.Money;

/**
 * Payments of bookings. Thread-safe.
 *
 * <p>A payment is confirmed, captured and refunded once, whichever comes first of the four who tell
 * of it: the provider's answer, the customer coming back, a webhook, the {@link Reconciler}. All of
 * them end in {@link #apply}.
 *
 * <p>No method may be called within a transaction: each makes remote calls, and none holds a
 * connection meanwhile. Every method throws {@link io.travelsuite.StorageException} when the
 * database fails; what was begun then is finished by repeating the call, or by the reconciler.
 */
public interface Payments {

  /**
   * Begins to pay for a hold. Safe to repeat under the same key: what was begun is carried on.
   *
   * @param payment what to pay, how
   * @return {@link StartResult.Started}, {@link StartResult.KeyConflict}, {@link
   *     StartResult.NotPayable} or {@link StartResult.NoSuchBooking}
   * @throws io.travelsuite.InvalidRequestException if the payment's account is not this one's
   */
  StartResult start(Payment payment);

  /**
   * Asks the provider how far a payment is and carries on from there: when the customer comes back,
   * or a provider's message says no more than that something happened. Nothing that came with the
   * customer is believed.
   *
   * @param reference which
   * @return how far it is; empty when there is no such payment
   */
  Optional<PayResult> resume(PaymentReference reference);

  /**
   * Stores a fact that a provider told, and does what follows: confirms seats, captures, or gives
   * the money back. The fact must come from a verified webhook or a look-up.
   *
   * <p>Within a transaction use {@link io.travelsuite.payments.ledger.PaymentStore#apply} instead:
   * it makes the payment due for the reconciler, which does the rest.
   *
   * @param fact what happened
   * @return {@link FactResult.Applied}, {@link FactResult.NoSuchPayment} or {@link
   *     FactResult.NotOurs}
   */
  FactResult apply(Fact fact);

  /**
   * Gives back captured money, all or a part; two refunds of the same amount are two keys.
   *
   * @param reference of which payment
   * @param amount how much, positive
   * @param key the refund's idempotency key, 1 to 200 printable ASCII characters
   * @return {@link RefundResult.Refunded}, {@link RefundResult.Unclear}, {@link
   *     RefundResult.Declined}, {@link RefundResult.TooMuch}, {@link RefundResult.KeyConflict} or
   *     {@link RefundResult.NoSuchPayment}
   */
  RefundResult refund(PaymentReference reference, Money amount, String key);

  /**
   * {@return the payment of that reference, if there is one}
   *
   * @param reference which
   */
  Optional<StoredPayment> find(PaymentReference reference);
}
