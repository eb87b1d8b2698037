package io.travelsuite.examples.replay;

import io.travelsuite.booking.BookingId;
import io.travelsuite.booking.Bookings;
import io.travelsuite.booking.Busy;
import io.travelsuite.booking.Customer;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.booking.HoldResult;
import io.travelsuite.booking.Line;
import io.travelsuite.booking.SoldOut;
import io.travelsuite.examples.program.Workers;
import io.travelsuite.examples.replay.Outcome.Confirmed;
import io.travelsuite.examples.replay.Outcome.Refused;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Books and cancels rows through the library. Thread-safe. */
final class FrontDesk {

  private final Bookings bookings;
  private final Hotels hotels;
  private final Map<Integer, BookingId> booked = new ConcurrentHashMap<>();
  private final AtomicInteger held = new AtomicInteger();
  private final AtomicInteger busy = new AtomicInteger();

  FrontDesk(Bookings bookings, Hotels hotels) {
    this.bookings = bookings;
    this.hotels = hotels;
  }

  /**
   * Holds all nights of a row at once, and confirms them.
   *
   * @throws io.travelsuite.RefusedException for any refusal but that it is sold out
   */
  Outcome book(TraceRow row) {
    HoldResult result = hold(row);
    if (result instanceof SoldOut soldOut) {
      return new Refused(hotels.fullNights(soldOut));
    }
    BookingId id = result.orElseThrow().id();
    held.incrementAndGet();
    bookings.confirm(id, "payment of " + key(row)).orElseThrow();
    booked.put(row.number(), id);
    return new Confirmed();
  }

  /** Cancels a row that was confirmed. */
  void cancel(TraceRow row) {
    bookings.cancel(Objects.requireNonNull(booked.get(row.number()))).orElseThrow();
  }

  /** How many holds there were. */
  int held() {
    return held.get();
  }

  /** How often a hold had to be tried again. */
  int busy() {
    return busy.get();
  }

  private HoldResult hold(TraceRow row) {
    List<Line> lines =
        hotels.nights(row).stream().map(night -> Line.of(night, 1).taking(Hotels.POOL, 1)).toList();
    HoldRequest request = HoldRequest.of(lines).key(key(row)).customer(customer(row));
    HoldResult result = bookings.hold(request);
    while (result instanceof Busy again) {
      busy.incrementAndGet();
      Workers.pause(again.retryAfter());
      result = bookings.hold(request);
    }
    return result;
  }

  private static String key(TraceRow row) {
    return "row-" + row.number();
  }

  /** The trace names nobody. */
  private static Customer customer(TraceRow row) {
    return Customer.of("Guest " + row.number(), "guest-" + row.number() + "@example.com");
  }
}
