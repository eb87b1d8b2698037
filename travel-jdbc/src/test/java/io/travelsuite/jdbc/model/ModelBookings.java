package io.travelsuite.jdbc.model;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.booking.Booking;
import io.travelsuite.booking.BookingId;
import io.travelsuite.booking.BookingState;
import io.travelsuite.booking.Bookings;
import io.travelsuite.booking.CancelResult;
import io.travelsuite.booking.Change;
import io.travelsuite.booking.ChangeResult;
import io.travelsuite.booking.Changed;
import io.travelsuite.booking.ConfirmResult;
import io.travelsuite.booking.Confirmation;
import io.travelsuite.booking.Confirmed;
import io.travelsuite.booking.ExtendResult;
import io.travelsuite.booking.Extended;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.booking.HoldResult;
import io.travelsuite.booking.KeyedPage;
import io.travelsuite.booking.KeyedRequest;
import io.travelsuite.booking.LifetimeCapReached;
import io.travelsuite.booking.ManifestPage;
import io.travelsuite.booking.ManifestRequest;
import io.travelsuite.booking.MarkedNoShow;
import io.travelsuite.booking.NoShowResult;
import io.travelsuite.booking.NoSuchBooking;
import io.travelsuite.booking.RedeemResult;
import io.travelsuite.booking.Refusal;
import io.travelsuite.booking.ReleaseResult;
import io.travelsuite.booking.Released;
import io.travelsuite.booking.UnitSelection;
import io.travelsuite.booking.UnitState;
import io.travelsuite.booking.WrongState;
import io.travelsuite.inventory.OperatorId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Holds and bookings, by the words of {@link Bookings}. */
final class ModelBookings implements Bookings {

  private final ModelTravel travel;
  private final ModelHolds holds;
  private final ModelChange changes;
  private final ModelUnits units;
  private final ModelLists lists;

  ModelBookings(ModelTravel travel) {
    this.travel = travel;
    this.holds = new ModelHolds(travel);
    this.changes = new ModelChange(travel);
    this.units = new ModelUnits(travel);
    this.lists = new ModelLists(travel);
  }

  @Override
  public HoldResult hold(HoldRequest request) {
    return holds.hold(request);
  }

  @Override
  public ConfirmResult confirm(BookingId id, Confirmation confirmation) {
    Optional<Change> change = Optional.ofNullable(confirmation.change());
    change.ifPresent(changes::check);
    Optional<ModelBooking> found = travel.booking(id);
    if (found.isEmpty()) {
      return new NoSuchBooking(id);
    }
    ModelBooking booking = found.get();
    if (booking.wasConfirmed()) {
      return new Confirmed(now(booking));
    }
    if (state(booking) != BookingState.HELD) {
      return new WrongState(now(booking));
    }
    Optional<Refusal> refusal = change.flatMap(swap -> changes.apply(booking, swap));
    if (refusal.isPresent()) {
      return (ConfirmResult) refusal.get();
    }
    booking.paymentReference = confirmation.paymentReference();
    booking.becomes(BookingState.CONFIRMED);
    booking.version++;
    return new Confirmed(now(booking));
  }

  @Override
  public ExtendResult extend(BookingId id, Duration lifetime) {
    unless(lifetime.compareTo(Duration.ofSeconds(1)) >= 0, "lifetime", lifetime, "too short");
    Optional<ModelBooking> found = travel.booking(id);
    if (found.isEmpty()) {
      return new NoSuchBooking(id);
    }
    ModelBooking booking = found.get();
    if (state(booking) != BookingState.HELD) {
      return new WrongState(now(booking));
    }
    Instant cap = booking.extendableUntil;
    if (travel.has(Flaw.FORGETS_THE_CAP)) {
      cap = cap.plus(travel.longestHold);
    } else if (booking.expiresAt.equals(cap)) {
      return new LifetimeCapReached(now(booking));
    }
    Duration most = Duration.between(travel.now(), cap);
    Instant wanted = travel.now().plus(lifetime.compareTo(most) < 0 ? lifetime : most);
    if (wanted.isAfter(booking.expiresAt)) {
      booking.expiresAt = wanted;
      booking.version++;
    }
    return new Extended(now(booking));
  }

  @Override
  public ChangeResult change(BookingId id, Change change) {
    changes.check(change);
    Optional<ModelBooking> found = travel.booking(id);
    if (found.isEmpty()) {
      return new NoSuchBooking(id);
    }
    ModelBooking booking = found.get();
    Optional<Refusal> refusal = changes.apply(booking, change);
    if (refusal.isPresent()) {
      return (ChangeResult) refusal.get();
    }
    booking.settle();
    booking.version++;
    return new Changed(now(booking));
  }

  @Override
  public ReleaseResult release(BookingId id) {
    Optional<ModelBooking> found = travel.booking(id);
    if (found.isEmpty()) {
      return new NoSuchBooking(id);
    }
    ModelBooking booking = found.get();
    if (state(booking) == BookingState.HELD) {
      booking.becomes(BookingState.RELEASED);
      booking.version++;
    }
    return state(booking) == BookingState.RELEASED
        ? new Released(now(booking))
        : new WrongState(now(booking));
  }

  @Override
  public CancelResult cancel(BookingId id, UnitSelection selection) {
    Optional<ModelBooking> found = travel.booking(id);
    return found.isEmpty() ? new NoSuchBooking(id) : units.cancel(found.get(), selection);
  }

  @Override
  public RedeemResult redeem(BookingId id, UnitSelection selection) {
    Optional<ModelBooking> found = travel.booking(id);
    return found.isEmpty() ? new NoSuchBooking(id) : units.redeem(found.get(), selection);
  }

  @Override
  public NoShowResult noShow(BookingId id) {
    Optional<ModelBooking> found = travel.booking(id);
    if (found.isEmpty()) {
      return new NoSuchBooking(id);
    }
    ModelBooking booking = found.get();
    boolean used = booking.unitStates().contains(UnitState.REDEEMED);
    if (state(booking) == BookingState.CONFIRMED && !used) {
      booking.becomes(BookingState.NO_SHOW);
      booking.version++;
    }
    return state(booking) == BookingState.NO_SHOW
        ? new MarkedNoShow(now(booking))
        : new WrongState(now(booking));
  }

  @Override
  public Optional<Booking> find(BookingId id) {
    return travel.booking(id).map(this::now);
  }

  @Override
  public Optional<Booking> findByReference(OperatorId operator, String reference) {
    return lists.byReference(operator, reference);
  }

  @Override
  public Optional<Booking> findByKey(OperatorId operator, String key) {
    return lists.byKey(operator, key);
  }

  @Override
  public KeyedPage keyed(KeyedRequest request) {
    return lists.keyed(request);
  }

  @Override
  public ManifestPage manifest(ManifestRequest request) {
    return lists.manifest(request);
  }

  @Override
  public int sweepExpired(int most) {
    return travel.sweeping.sweep(most);
  }

  private Booking now(ModelBooking booking) {
    return booking.asOf(travel.now());
  }

  private BookingState state(ModelBooking booking) {
    return booking.state(travel.now());
  }
}
