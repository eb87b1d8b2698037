package io.travelsuite.examples.server.office;

import io.travelsuite.booking.Booking;
import io.travelsuite.booking.BookingId;
import io.travelsuite.examples.server.answer.Answer;
import io.travelsuite.examples.server.answer.Why;
import io.travelsuite.examples.server.refund.Refund;
import io.travelsuite.examples.server.shop.Cashier;
import io.travelsuite.examples.server.signin.Staff;
import io.travelsuite.examples.server.store.Stock;
import io.travelsuite.payments.ledger.StoredPayment;
import io.travelsuite.security.role.Action;
import io.travelsuite.security.role.Actor;
import io.travelsuite.security.role.Approval;
import io.travelsuite.security.role.Permissions;
import io.travelsuite.security.role.SubjectId;
import java.util.UUID;
import org.joda.money.Money;

/**
 * Refunds that the office wants: at once where one person is enough, else when a second one has
 * looked. Thread-safe.
 */
public final class Refunding {

  private final Stock stock;
  private final Cashier cashier;
  private final Staff staff;

  /**
   * A desk.
   *
   * @param stock what is sold
   * @param cashier gives money back
   * @param staff who may
   */
  public Refunding(Stock stock, Cashier cashier, Staff staff) {
    this.stock = stock;
    this.cashier = cashier;
    this.staff = staff;
  }

  /**
   * What somebody wants to give back.
   *
   * @param id of the refund; the same again is the same refund
   * @param booking for which it was paid
   * @param amount how much
   * @param reason for people, 1 to 200 characters
   */
  public record Wanted(UUID id, BookingId booking, Money amount, String reason) {}

  /**
   * Asks for a refund, and gives it back where that takes nobody else.
   *
   * @param by who asks
   * @param wanted what
   * @return the refund: DONE, DUE while the provider does not answer, or ASKED
   */
  public Answer<Refund> ask(Actor by, Wanted wanted) {
    if (cashier.refunds().find(wanted.id()).isPresent()) {
      return cashier.refunds().settle(wanted.id()); // asked again
    }
    return what(wanted).then(what -> ask(by, wanted.id(), what));
  }

  private Answer<Refund.What> what(Wanted wanted) {
    Booking booking = stock.travel().bookings().find(wanted.booking()).orElse(null);
    if (booking == null) {
      return Answer.refused(Why.NO_SUCH_BOOKING, "there is no booking of that id");
    }
    StoredPayment payment = cashier.payment(booking).orElse(null);
    if (payment == null || !payment.totals().kept().isSameCurrency(wanted.amount())) {
      return Answer.refused(Why.NOT_PAID, "the booking was not paid here in that currency");
    }
    return wanted.amount().isGreaterThan(payment.totals().kept())
        ? Answer.refused(Why.REFUND_TOO_MUCH, "at most " + payment.totals().kept() + " can go back")
        : new Answer.Done<>(
            new Refund.What(booking.id(), payment.reference(), wanted.amount(), wanted.reason()));
  }

  private Answer<Refund> ask(Actor by, UUID id, Refund.What what) {
    Answer<Action> decision = staff.decide(by, action(what), null);
    if (decision instanceof Answer.Refused<Action> no && no.why() == Why.NOT_PERMITTED) {
      return Answer.refused(no.why(), no.detail());
    }
    boolean approved = decision instanceof Answer.Done<Action>;
    Refund.Asked asked = new Refund.Asked(by.subject().value(), stock.clock().instant());
    cashier.refunds().add(Refund.asked(id, what, asked, approved));
    return cashier.refunds().settle(id);
  }

  /**
   * Says that a refund that waits may go back, and gives it back; or that it may not.
   *
   * @param by a second person, who is signed in
   * @param id which refund
   * @param approved whether it may
   * @return the refund as it stands
   */
  public Answer<Refund> decide(Actor by, UUID id, boolean approved) {
    Refund waiting = cashier.refunds().find(id).orElse(null);
    if (waiting == null) {
      return Answer.refused(Why.NO_SUCH_REFUND, "there is no refund of that id");
    }
    Action action = action(waiting.what());
    Actor asked = staff.person(new SubjectId(waiting.asked().by()));
    return staff
        .decide(asked, action, new Approval(by, action))
        .then(
            granted ->
                cashier
                    .refunds()
                    .decide(
                        id,
                        approved ? Refund.State.DUE : Refund.State.REJECTED,
                        by.subject().value()))
        .then(decided -> cashier.refunds().settle(decided.id()));
  }

  private Action action(Refund.What what) {
    return new Action(
        Permissions.PAYMENT_REFUND,
        stock.catalogue().operator().id(),
        "booking " + what.booking(),
        what.amount());
  }
}
