package io.travelsuite.payments;

import io.travelsuite.booking.BookedLine;
import io.travelsuite.booking.Booking;
import io.travelsuite.booking.BookingId;
import io.travelsuite.booking.BookingState;
import io.travelsuite.booking.Bookings;
import io.travelsuite.booking.Busy;
import io.travelsuite.booking.CancelResult;
import io.travelsuite.booking.Cancelled;
import io.travelsuite.booking.Change;
import io.travelsuite.booking.ChangeResult;
import io.travelsuite.booking.ConfirmResult;
import io.travelsuite.booking.Confirmation;
import io.travelsuite.booking.Confirmed;
import io.travelsuite.booking.ExtendResult;
import io.travelsuite.booking.Held;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.booking.HoldResult;
import io.travelsuite.booking.KeyedPage;
import io.travelsuite.booking.KeyedRequest;
import io.travelsuite.booking.Line;
import io.travelsuite.booking.ManifestPage;
import io.travelsuite.booking.ManifestRequest;
import io.travelsuite.booking.NoShowResult;
import io.travelsuite.booking.NoSuchBooking;
import io.travelsuite.booking.RedeemResult;
import io.travelsuite.booking.ReleaseResult;
import io.travelsuite.booking.Released;
import io.travelsuite.booking.SoldOut;
import io.travelsuite.booking.UnitSelection;
import io.travelsuite.booking.UnitState;
import io.travelsuite.booking.WrongState;
import io.travelsuite.inventory.LegRange;
import io.travelsuite.inventory.OperatorId;
import io.travelsuite.price.Price;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.joda.money.Money;

/** One occurrence with so many seats, in memory, by the rules that the port tells. */
final class MemoryBookings implements Bookings {

  static final OperatorId OPERATOR = new OperatorId(new UUID(1, 1));

  private final Clock clock;
  private final int capacity;
  private final Map<BookingId, Booking> bookings = new LinkedHashMap<>();
  Money price;
  int confirms;
  boolean busy;

  MemoryBookings(Clock clock, int capacity) {
    this.clock = clock;
    this.capacity = capacity;
  }

  synchronized int sold() {
    return bookings.values().stream()
        .filter(b -> b.state() == BookingState.CONFIRMED)
        .mapToInt(b -> b.lines().get(0).liveUnits())
        .sum();
  }

  private int taken() {
    return bookings.values().stream()
        .map(this::now)
        .filter(b -> b.state().takesUnits())
        .mapToInt(b -> b.lines().get(0).liveUnits())
        .sum();
  }

  private Booking now(Booking b) {
    boolean over = b.state() == BookingState.HELD && !clock.instant().isBefore(b.expiresAt());
    return over ? with(b, BookingState.EXPIRED, null) : b;
  }

  private static Booking with(Booking b, BookingState state, String reference) {
    return new Booking(
        b.id(),
        b.operator(),
        b.reference(),
        state,
        b.version() + 1,
        b.key(),
        b.channel(),
        b.customer(),
        reference,
        b.promo(),
        b.lines(),
        b.createdAt(),
        b.expiresAt(),
        b.extendableUntil());
  }

  private Booking put(Booking booking) {
    bookings.put(booking.id(), booking);
    return booking;
  }

  @Override
  public synchronized HoldResult hold(HoldRequest request) {
    Optional<Booking> before =
        request.key() == null ? Optional.empty() : findByKey(OPERATOR, request.key());
    if (before.isPresent()) {
      return new Held(before.get(), true);
    }
    if (busy) {
      return new Busy(Duration.ofSeconds(1));
    }
    Line line = request.lines().get(0);
    if (taken() + line.units() > capacity) {
      return new SoldOut(List.of());
    }
    return new Held(put(held(request, line, clock.instant().plus(request.lifetime()))), false);
  }

  private Booking held(HoldRequest request, Line line, Instant until) {
    return new Booking(
        new BookingId(new UUID(2, bookings.size())),
        OPERATOR,
        "REF" + bookings.size(),
        BookingState.HELD,
        1,
        request.key(),
        request.channel(),
        request.customer(),
        null,
        null,
        List.of(booked(line)),
        clock.instant(),
        until,
        until);
  }

  private BookedLine booked(Line line) {
    return new BookedLine(
        0,
        line.occurrence(),
        null,
        null,
        new LegRange(0, 1),
        new TreeMap<>(Map.of("seats", 1)),
        Collections.nCopies(line.units(), UnitState.ACTIVE),
        List.of(),
        List.of(),
        price == null ? null : new Price(price, List.of()));
  }

  @Override
  public synchronized ConfirmResult confirm(BookingId id, Confirmation confirmation) {
    Booking booking = find(id).orElse(null);
    if (booking == null) {
      return new NoSuchBooking(id);
    }
    if (booking.state() == BookingState.HELD) {
      confirms++;
      return new Confirmed(
          put(with(booking, BookingState.CONFIRMED, confirmation.paymentReference())));
    }
    boolean before = booking.paymentReference() != null;
    return before ? new Confirmed(booking) : new WrongState(booking);
  }

  @Override
  public synchronized ReleaseResult release(BookingId id) {
    Booking booking = find(id).orElseThrow();
    return booking.state() == BookingState.HELD
        ? new Released(put(with(booking, BookingState.RELEASED, null)))
        : new WrongState(booking);
  }

  @Override
  public synchronized CancelResult cancel(BookingId id, UnitSelection units) {
    Booking booking = find(id).orElseThrow();
    return booking.state() == BookingState.CONFIRMED
        ? new Cancelled(put(with(booking, BookingState.CANCELLED, booking.paymentReference())))
        : new WrongState(booking);
  }

  @Override
  public synchronized Optional<Booking> find(BookingId id) {
    return Optional.ofNullable(bookings.get(id)).map(this::now);
  }

  @Override
  public synchronized Optional<Booking> findByKey(OperatorId operator, String key) {
    return bookings.values().stream().filter(b -> key.equals(b.key())).map(this::now).findFirst();
  }

  @Override
  public ExtendResult extend(BookingId id, Duration lifetime) {
    throw new UnsupportedOperationException();
  }

  @Override
  public ChangeResult change(BookingId id, Change change) {
    throw new UnsupportedOperationException();
  }

  @Override
  public RedeemResult redeem(BookingId id, UnitSelection units) {
    throw new UnsupportedOperationException();
  }

  @Override
  public NoShowResult noShow(BookingId id) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<Booking> findByReference(OperatorId operator, String reference) {
    throw new UnsupportedOperationException();
  }

  @Override
  public KeyedPage keyed(KeyedRequest request) {
    throw new UnsupportedOperationException();
  }

  @Override
  public ManifestPage manifest(ManifestRequest request) {
    throw new UnsupportedOperationException();
  }

  @Override
  public int sweepExpired(int most) {
    throw new UnsupportedOperationException();
  }
}
