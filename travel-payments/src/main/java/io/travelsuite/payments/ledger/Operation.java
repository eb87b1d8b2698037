package io.travelsuite.payments.ledger;

import static io.travelsuite.InvalidRequestException.unless;

import java.util.Locale;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Something a provider is asked to do, recorded before it is asked. Unique on payment, kind and
 * key.
 *
 * @param payment which payment
 * @param kind what
 * @param key what tells it from others of its kind, 1 to 255 printable ASCII characters: a refund's
 *     own key
 * @param amount how much, positive
 * @param state how far it is
 * @param attempts how often it was sent, from 0
 * @param detail the address to send the customer to when PENDING, the reason when DECLINED or
 *     UNKNOWN; at most 2,000 characters; or null
 */
public record Operation(
    PaymentReference payment,
    Kind kind,
    String key,
    Money amount,
    State state,
    int attempts,
    @Nullable String detail) {

  private static final int MOST_DETAIL = 2000;

  /** What a provider can be asked to do. */
  public enum Kind {
    /** Keep an amount for us. */
    AUTHORIZE,
    /** Take what was kept. */
    CAPTURE,
    /** Give up what was kept. */
    VOID,
    /** Give back what was taken. */
    REFUND
  }

  /** How far an operation is. */
  public enum State {
    /** Recorded; the provider never heard of it. */
    PLANNED,
    /** Somebody is asking the provider, or died while asking. */
    SENT,
    /** Nobody knows whether the provider did it. */
    UNKNOWN,
    /** The provider has it and waits for the customer. */
    PENDING,
    /** Done: settled. */
    DONE,
    /** Refused for good: settled. */
    DECLINED;

    /** {@return whether nothing more will come of it} */
    public boolean settled() {
      return this == DONE || this == DECLINED;
    }
  }

  /** Checks the ranges; a longer detail is cut. */
  public Operation {
    Payment.checkKey("key", key);
    unless(amount.isPositive(), "amount", amount, "must be positive");
    if (detail != null && detail.length() > MOST_DETAIL) {
      detail = detail.substring(0, MOST_DETAIL);
    }
  }

  /**
   * {@return an operation nobody was asked for yet}
   *
   * @param payment which payment
   * @param kind what
   * @param key what tells it from others of its kind
   * @param amount how much
   */
  public static Operation planned(PaymentReference payment, Kind kind, String key, Money amount) {
    return new Operation(payment, kind, key, amount, State.PLANNED, 0, null);
  }

  /**
   * {@return the same in another state}
   *
   * @param next how far it is
   * @param why the detail, or null
   */
  public Operation state(State next, @Nullable String why) {
    return new Operation(payment, kind, key, amount, next, attempts, why);
  }

  /** {@return the same, sent once more} */
  public Operation sentAgain() {
    return new Operation(payment, kind, key, amount, State.SENT, attempts + 1, detail);
  }

  /**
   * {@return whether it is the same operation, in whatever state}
   *
   * @param other an operation
   */
  public boolean same(Operation other) {
    return payment.equals(other.payment) && kind == other.kind && key.equals(other.key);
  }

  /** {@return its name within the payment, which the provider's idempotency key is made of} */
  public String name() {
    return kind.name().toLowerCase(Locale.ROOT) + "/" + key;
  }
}
