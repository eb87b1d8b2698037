package io.travelsuite.jdbc;

import io.travelsuite.booking.Booking;
import io.travelsuite.booking.BookingId;
import io.travelsuite.booking.BookingResult;
import io.travelsuite.booking.Bookings;
import io.travelsuite.booking.CancelResult;
import io.travelsuite.booking.Change;
import io.travelsuite.booking.ChangeResult;
import io.travelsuite.booking.ConfirmResult;
import io.travelsuite.booking.Confirmation;
import io.travelsuite.booking.ExtendResult;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.booking.HoldResult;
import io.travelsuite.booking.KeyedPage;
import io.travelsuite.booking.KeyedRequest;
import io.travelsuite.booking.ManifestPage;
import io.travelsuite.booking.ManifestRequest;
import io.travelsuite.booking.NoShowResult;
import io.travelsuite.booking.RedeemResult;
import io.travelsuite.booking.ReleaseResult;
import io.travelsuite.booking.UnitSelection;
import io.travelsuite.inventory.OperatorId;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Bookings whose answers are measured. What a host's transaction undoes later is counted all the
 * same.
 */
final class MeasuredBookings implements Bookings {

  private final Bookings bookings;
  private final BookingMeasures measures;

  MeasuredBookings(Bookings bookings, BookingMeasures measures) {
    this.bookings = bookings;
    this.measures = measures;
  }

  private <R extends BookingResult> R measured(String operation, Supplier<R> call) {
    long begun = System.nanoTime();
    @Nullable BookingResult result = null;
    try {
      R answer = call.get();
      result = answer;
      return answer;
    } finally {
      measures.answered(operation, result, System.nanoTime() - begun);
    }
  }

  @Override
  public HoldResult hold(HoldRequest request) {
    return measured("hold", () -> bookings.hold(request));
  }

  @Override
  public ConfirmResult confirm(BookingId id, Confirmation confirmation) {
    return measured("confirm", () -> bookings.confirm(id, confirmation));
  }

  @Override
  public ExtendResult extend(BookingId id, Duration lifetime) {
    return measured("extend", () -> bookings.extend(id, lifetime));
  }

  @Override
  public ChangeResult change(BookingId id, Change change) {
    return measured("change", () -> bookings.change(id, change));
  }

  @Override
  public ReleaseResult release(BookingId id) {
    return measured("release", () -> bookings.release(id));
  }

  @Override
  public CancelResult cancel(BookingId id, UnitSelection units) {
    return measured("cancel", () -> bookings.cancel(id, units));
  }

  @Override
  public RedeemResult redeem(BookingId id, UnitSelection units) {
    return measured("redeem", () -> bookings.redeem(id, units));
  }

  @Override
  public NoShowResult noShow(BookingId id) {
    return measured("no-show", () -> bookings.noShow(id));
  }

  @Override
  public Optional<Booking> find(BookingId id) {
    return bookings.find(id);
  }

  @Override
  public Optional<Booking> findByReference(OperatorId operator, String reference) {
    return bookings.findByReference(operator, reference);
  }

  @Override
  public Optional<Booking> findByKey(OperatorId operator, String key) {
    return bookings.findByKey(operator, key);
  }

  @Override
  public KeyedPage keyed(KeyedRequest request) {
    return bookings.keyed(request);
  }

  @Override
  public ManifestPage manifest(ManifestRequest request) {
    return bookings.manifest(request);
  }

  @Override
  public int sweepExpired(int most) {
    return bookings.sweepExpired(most);
  }
}
