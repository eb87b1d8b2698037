package io.travelsuite.examples.server.shop;

import io.travelsuite.booking.BookedLine;
import io.travelsuite.booking.Booking;
import io.travelsuite.booking.BookingId;
import io.travelsuite.booking.BookingState;
import io.travelsuite.examples.server.answer.Answer;
import io.travelsuite.examples.server.answer.Refusals;
import io.travelsuite.examples.server.catalogue.Offer;
import io.travelsuite.examples.server.refund.Refund;
import io.travelsuite.examples.server.store.Stock;
import io.travelsuite.inventory.Occurrence;
import io.travelsuite.payments.ledger.StoredPayment;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Cancels bookings, with a refund by the terms: all of it until so long before the start as the
 * option says, nothing after that. What is owed is written down in the transaction that cancels, so
 * that no crash keeps a customer's money. Thread-safe.
 */
public final class Cancelling {

  private final Stock stock;
  private final Checkout checkout;
  private final Cashier cashier;

  /**
   * A desk.
   *
   * @param stock what is sold
   * @param checkout finds bookings
   * @param cashier gives money back
   */
  public Cancelling(Stock stock, Checkout checkout, Cashier cashier) {
    this.stock = stock;
    this.checkout = checkout;
    this.cashier = cashier;
  }

  /**
   * What was cancelled.
   *
   * @param booking as it now stands
   * @param refund what goes back, or null when nothing does
   */
  public record Cancellation(Booking booking, @Nullable Refund refund) {}

  /**
   * What cancelling would come to now.
   *
   * @param booking which
   * @param back the money that would come back, or null when none would
   * @param until until when all of it comes back
   */
  public record Prospect(Booking booking, @Nullable Money back, Instant until) {}

  /**
   * Tells what cancelling a booking would come to, and cancels nothing.
   *
   * @param shopper whose
   * @param id which
   * @return what it would come to now, also of one that can't be cancelled any more
   */
  public Answer<Prospect> prospect(Shopper shopper, BookingId id) {
    return checkout
        .find(shopper, id)
        .map(
            booking -> {
              Refund owed = owed(shopper, booking, refundId(id));
              return new Prospect(
                  booking, owed == null ? null : owed.what().amount(), until(booking));
            });
  }

  /**
   * {@return what went back, or is to go back, for a booking that was cancelled}
   *
   * @param booking which
   */
  public Optional<Refund> refund(Booking booking) {
    return cashier.refunds().find(refundId(booking.id()));
  }

  private static UUID refundId(BookingId id) {
    return UUID.nameUUIDFromBytes(("cancel " + id).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Cancels a booking, or gives a hold up; once, however often it is asked.
   *
   * @param shopper whose
   * @param id which
   * @return what came of it
   */
  public Answer<Cancellation> cancel(Shopper shopper, BookingId id) {
    return checkout
        .find(shopper, id)
        .then(
            booking ->
                booking.state() == BookingState.HELD || booking.state() == BookingState.RELEASED
                    ? Refusals.of(stock.travel().bookings().release(id))
                        .map(released -> new Cancellation(released, null))
                    : cancelled(shopper, booking));
  }

  private Answer<Cancellation> cancelled(Shopper shopper, Booking booking) {
    UUID refund = refundId(booking.id());
    Refund owed = owed(shopper, booking, refund);
    Answer<Booking> answer =
        stock
            .transactions()
            .run(
                (connection, joined) -> {
                  Answer<Booking> done = Refusals.of(joined.bookings().cancel(booking.id()));
                  if (done instanceof Answer.Done<Booking> && owed != null) {
                    cashier.refunds().add(connection, owed);
                  }
                  return done;
                });
    return answer.map(
        done -> {
          if (cashier.refunds().find(refund).isPresent()) {
            cashier.refunds().settle(refund);
          }
          return new Cancellation(done, cashier.refunds().find(refund).orElse(null));
        });
  }

  /** What is to go back; decided while the booking still stands, and not again after that. */
  private @Nullable Refund owed(Shopper shopper, Booking booking, UUID id) {
    StoredPayment payment = cashier.payment(booking).orElse(null);
    Instant now = stock.clock().instant();
    if (booking.state() != BookingState.CONFIRMED
        || payment == null
        || !payment.totals().kept().isPositive()
        || !now.isBefore(until(booking))) {
      return null;
    }
    return Refund.asked(
        id,
        new Refund.What(
            booking.id(), payment.reference(), payment.totals().kept(), "cancelled in time"),
        new Refund.Asked(shopper.subject(), now),
        true);
  }

  /** The earliest of all its departures. */
  private Instant until(Booking booking) {
    Instant earliest = Instant.MAX;
    for (BookedLine line : booking.lines()) {
      Occurrence run = stock.travel().inventory().find(line.occurrence()).orElseThrow();
      Duration before =
          stock.catalogue().offer(run.product()).map(Cancelling::cancelUntil).orElse(Duration.ZERO);
      Instant until = run.startsAt().minus(before);
      earliest = until.isBefore(earliest) ? until : earliest;
    }
    return earliest;
  }

  private static Duration cancelUntil(Offer offer) {
    return offer.options().get(0).rules().cancelUntil();
  }
}
