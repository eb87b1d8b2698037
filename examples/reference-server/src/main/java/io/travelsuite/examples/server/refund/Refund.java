package io.travelsuite.examples.server.refund;

import io.travelsuite.booking.BookingId;
import io.travelsuite.payments.ledger.PaymentReference;
import java.time.Instant;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Money that goes back, or is to.
 *
 * @param id its id, which is its key at the payment provider too
 * @param what of which payment how much, and why
 * @param asked who wanted it
 * @param state how far it is
 * @param decidedBy who approved or rejected it; null where nobody needed to
 */
public record Refund(UUID id, What what, Asked asked, State state, @Nullable String decidedBy) {

  /**
   * What goes back.
   *
   * @param booking for which it was paid
   * @param payment where it came from
   * @param amount how much
   * @param reason for people
   */
  public record What(BookingId booking, PaymentReference payment, Money amount, String reason) {}

  /**
   * Who wanted it.
   *
   * @param by their subject
   * @param at when, by the server's clock
   */
  public record Asked(String by, Instant at) {}

  /** How far a refund is. */
  public enum State {
    /** It waits for a second person. */
    ASKED,
    /** It may go back, and will. */
    DUE,
    /** The provider gave it back. */
    DONE,
    /** The provider will not. */
    DECLINED,
    /** The second person did not want it. */
    REJECTED
  }

  /**
   * {@return a refund that is asked for now}
   *
   * @param id its id
   * @param what what goes back
   * @param asked who wants it, and when
   * @param approved whether nobody else has to look at it
   */
  public static Refund asked(UUID id, What what, Asked asked, boolean approved) {
    return new Refund(id, what, asked, approved ? State.DUE : State.ASKED, null);
  }

  /**
   * {@return the same in another state}
   *
   * @param next how far it is
   * @param by who decided, or null where nobody needed to
   */
  Refund state(State next, @Nullable String by) {
    return new Refund(id, what, asked, next, by);
  }
}
