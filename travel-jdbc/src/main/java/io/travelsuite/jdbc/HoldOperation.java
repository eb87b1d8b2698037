package io.travelsuite.jdbc;

import io.travelsuite.booking.BookedLine;
import io.travelsuite.booking.Booking;
import io.travelsuite.booking.BookingId;
import io.travelsuite.booking.BookingState;
import io.travelsuite.booking.Held;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.booking.HoldResult;
import io.travelsuite.booking.KeyConflict;
import io.travelsuite.inventory.OperatorId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Makes a booking in state HELD. */
final class HoldOperation implements Operation<HoldResult> {

  private final AskedHold asked;
  private final Duration longestHold;
  private final Reference references;
  private final Sale sale;
  private final List<BookedLine> lines;
  private volatile @Nullable SealedCustomer sealed;

  HoldOperation(AskedHold asked, ResolvedLines lines, Duration longestHold, Reference references) {
    this.asked = asked;
    this.longestHold = longestHold;
    this.references = references;
    this.sale = lines.sale();
    this.lines = lines.lines();
    Taking.requireDistinctSeats(this.lines);
  }

  @Override
  public Class<HoldResult> answers() {
    return HoldResult.class;
  }

  @Override
  public @Nullable BookingId target() {
    return null;
  }

  @Override
  public boolean movesUnits() {
    return true;
  }

  @Override
  public SortedSet<CounterKey> counters(@Nullable StoredBooking known) {
    TreeSet<CounterKey> keys = new TreeSet<>(Taking.ofLines(lines).units().keySet());
    keys.addAll(sale.watched());
    if (sale.promotion() != null) {
      keys.add(PromoTable.uses(sale.promotion().use().id()));
    }
    return keys;
  }

  @Override
  public Sale sale() {
    return sale;
  }

  /** Whether a pool's counter alone decides. */
  boolean decidedByCounter() {
    return sale.simple()
        && lines.stream().allMatch(line -> line.seats().isEmpty())
        && !sale.picksSeats();
  }

  @Override
  public @Nullable HoldKey holdKey() {
    return HoldKey.of(asked.request(), asked.operator());
  }

  @Override
  public @Nullable SealedCustomer sealed() {
    return sealed;
  }

  @Override
  public HoldResult repeated(StoredBooking existing, Instant now) {
    sealed = existing.origin().customer();
    return repeated(asked.fingerprints(), asked.operator(), existing, now);
  }

  /** The answer to a request whose key or id a booking has. */
  static HoldResult repeated(
      List<Fingerprint> fingerprints, OperatorId operator, StoredBooking existing, Instant now) {
    return fingerprints.stream().anyMatch(existing.origin().fingerprint()::matches)
            && existing.booking().operator().equals(operator)
        ? new Held(existing.asOf(now), true)
        : new KeyConflict(existing.booking().id());
  }

  @Override
  public Decision<HoldResult> decide(@Nullable StoredBooking current, Instant now) {
    HoldRequest request = asked.request();
    Booking booking =
        new Booking(
            asked.id(),
            asked.operator(),
            references.next(),
            BookingState.HELD,
            1,
            request.key(),
            request.channel(),
            request.customer(),
            null,
            sale.promotion() == null ? null : sale.promotion().use(),
            lines,
            now,
            UtcTime.stored(now.plus(request.lifetime())),
            UtcTime.stored(now.plus(longestHold)));
    return new Decision.Write<>(
        Transition.made(booking, asked.origin()), made -> new Held(made, false));
  }
}
