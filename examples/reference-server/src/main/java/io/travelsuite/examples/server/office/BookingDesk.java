package io.travelsuite.examples.server.office;

import io.travelsuite.booking.Booking;
import io.travelsuite.booking.BookingId;
import io.travelsuite.booking.BookingState;
import io.travelsuite.examples.server.answer.Answer;
import io.travelsuite.examples.server.answer.Refusals;
import io.travelsuite.examples.server.answer.Why;
import io.travelsuite.examples.server.refund.Refund;
import io.travelsuite.examples.server.shop.Cashier;
import io.travelsuite.examples.server.store.Stock;
import io.travelsuite.inventory.OperatorId;
import io.travelsuite.payments.ledger.StoredPayment;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Bookings as the office sees them: of all customers and resellers. Thread-safe. */
public final class BookingDesk {

  private final Stock stock;
  private final Cashier cashier;

  /**
   * A desk.
   *
   * @param stock what is sold
   * @param cashier knows what was paid
   */
  public BookingDesk(Stock stock, Cashier cashier) {
    this.stock = stock;
    this.cashier = cashier;
  }

  /**
   * A booking with its money.
   *
   * @param booking as it stands
   * @param payment by which it was paid here, or null
   * @param refunds what went back, and what is asked for
   */
  public record Sold(Booking booking, @Nullable StoredPayment payment, List<Refund> refunds) {

    /** Copies the list. */
    public Sold {
      refunds = List.copyOf(refunds);
    }
  }

  /**
   * {@return a booking}
   *
   * @param id which
   */
  public Answer<Sold> find(BookingId id) {
    return own(stock.travel().bookings().find(id)).map(this::sold);
  }

  /**
   * {@return a booking by what its customer has in hand}
   *
   * @param reference the code as people type it
   */
  public Answer<Booking> find(String reference) {
    OperatorId operator = stock.catalogue().operator().id();
    return own(stock.travel().bookings().findByReference(operator, reference));
  }

  private Answer<Booking> own(Optional<Booking> found) {
    return found
        .filter(booking -> booking.operator().equals(stock.catalogue().operator().id()))
        .<Answer<Booking>>map(Answer.Done::new)
        .orElseGet(() -> Answer.refused(Why.NO_SUCH_BOOKING, "there is no such booking"));
  }

  private Sold sold(Booking booking) {
    return new Sold(
        booking, cashier.payment(booking).orElse(null), cashier.refunds().of(booking.id()));
  }

  /**
   * Cancels a booking, or gives a hold up. Money goes back by {@link Refunding} alone: it may take
   * a second person.
   *
   * @param id which
   * @return the booking as it now stands
   */
  public Answer<Booking> cancel(BookingId id) {
    return own(stock.travel().bookings().find(id))
        .then(
            booking ->
                booking.state() == BookingState.HELD
                    ? Refusals.of(stock.travel().bookings().release(id))
                    : Refusals.of(stock.travel().bookings().cancel(id)));
  }
}
