package io.travelsuite.payments;

import io.travelsuite.booking.BookedLine;
import io.travelsuite.booking.Booking;
import io.travelsuite.booking.BookingState;
import io.travelsuite.booking.Bookings;
import io.travelsuite.booking.Busy;
import io.travelsuite.booking.ConfirmResult;
import io.travelsuite.booking.Confirmed;
import io.travelsuite.booking.Fare;
import io.travelsuite.booking.Held;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.booking.HoldResult;
import io.travelsuite.booking.Line;
import io.travelsuite.booking.Section;
import io.travelsuite.booking.WrongState;
import io.travelsuite.payments.ledger.Payment;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The seats' side: confirms a payment's hold, holds the same again, gives back. */
final class SeatDesk {

  /** Confirmed right away, or by the reconciler a little later. */
  private static final Duration SECOND_HOLD = Duration.ofMinutes(15);

  private final Bookings bookings;
  private final Consumer<Step> steps;

  SeatDesk(Bookings bookings, Consumer<Step> steps) {
    this.bookings = bookings;
    this.steps = steps;
  }

  Optional<Booking> booking(Payment payment) {
    return bookings.find(payment.booking());
  }

  /** What became of confirming the seats of a payment. */
  enum Seats {
    /** They are confirmed for it. */
    SOLD,
    /** There are none for it. */
    NONE,
    /** Too many want the same just now; nothing was decided. */
    BUSY
  }

  /** Confirms what is held, or was held and can be held again; the same however often asked. */
  Seats confirm(Payment payment) {
    ConfirmResult result = bookings.confirm(payment.booking(), payment.reference().value());
    if (result instanceof WrongState wrong && wrong.booking().state() == BookingState.EXPIRED) {
      return confirmAgain(payment, wrong.booking());
    }
    return sold(payment, result);
  }

  /** The booking that stands for this payment, when it was confirmed before. */
  Optional<Booking> standing(Payment payment) {
    return booking(payment)
        .filter(booking -> stands(payment, booking))
        .or(() -> secondHold(payment).filter(booking -> stands(payment, booking)));
  }

  /** Cancels what was confirmed for a payment that has no right to it. */
  void giveBack(Payment payment) {
    standing(payment)
        .ifPresent(
            booking -> {
              bookings.cancel(booking.id());
              steps.accept(Step.SEATS_RETURNED);
            });
    secondHold(payment)
        .filter(booking -> booking.state() == BookingState.HELD)
        .ifPresent(booking -> bookings.release(booking.id()));
  }

  private Seats sold(Payment payment, ConfirmResult result) {
    if (result instanceof Confirmed confirmed && stands(payment, confirmed.booking())) {
      steps.accept(Step.CONFIRMED);
      return Seats.SOLD;
    }
    return Seats.NONE;
  }

  /** A booking that another payment confirmed, or that was cancelled since, is not this one's. */
  private static boolean stands(Payment payment, Booking booking) {
    return payment.reference().value().equals(booking.paymentReference())
        && booking.state() != BookingState.HELD
        && booking.state().takesUnits();
  }

  private Seats confirmAgain(Payment payment, Booking expired) {
    HoldResult result = bookings.hold(sameUnits(payment, expired));
    if (!(result instanceof Held held)) {
      return result instanceof Busy ? Seats.BUSY : Seats.NONE;
    }
    steps.accept(Step.HELD_AGAIN);
    Booking again = held.booking();
    if (again.state() == BookingState.HELD && !again.total().equals(expired.total())) {
      bookings.release(again.id());
      return Seats.NONE;
    }
    return sold(payment, bookings.confirm(again.id(), payment.reference().value()));
  }

  private Optional<Booking> secondHold(Payment payment) {
    return bookings.findByKey(payment.account().operator(), key(payment));
  }

  private static String key(Payment payment) {
    return "again-" + payment.reference();
  }

  /** By one key, so that whoever asks, and however often, holds them once. */
  private static HoldRequest sameUnits(Payment payment, Booking expired) {
    List<Line> lines = expired.lines().stream().map(SeatDesk::line).toList();
    return new HoldRequest(
        lines,
        key(payment),
        null,
        SECOND_HOLD,
        expired.customer(),
        expired.channel(),
        expired.promo() == null ? null : expired.promo().code());
  }

  private static Line line(BookedLine line) {
    Fare fare = line.fareUnit() == null ? Fare.NONE : Fare.of(line.fareUnit());
    fare = line.fareClass() == null ? fare : fare.fareClass(line.fareClass());
    return new Line(
        line.occurrence(),
        line.units().size(),
        fare,
        line.fareUnit() == null ? pools(line) : new TreeMap<>(),
        new Section.Legs(line.legs()),
        line.seats(),
        null);
  }

  /** Names with @ or ~ count parts of a pool again: shares of channels and fare classes. */
  private static SortedMap<String, Integer> pools(BookedLine line) {
    SortedMap<String, Integer> pools = new TreeMap<>(line.takes());
    pools.keySet().removeIf(pool -> pool.indexOf('@') >= 0 || pool.indexOf('~') >= 0);
    return pools;
  }
}
