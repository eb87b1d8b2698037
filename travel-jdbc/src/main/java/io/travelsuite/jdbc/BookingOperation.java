package io.travelsuite.jdbc;

import io.travelsuite.booking.Booking;
import io.travelsuite.booking.BookingId;
import io.travelsuite.booking.BookingResult;
import io.travelsuite.booking.NoSuchBooking;
import io.travelsuite.booking.WrongState;
import java.time.Instant;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A transition of a booking that exists. */
abstract class BookingOperation<R extends BookingResult> implements Operation<R> {

  private final BookingId id;
  private final Class<R> answers;
  private volatile @Nullable SealedCustomer sealed;

  BookingOperation(BookingId id, Class<R> answers) {
    this.id = id;
    this.answers = answers;
  }

  @Override
  public final Class<R> answers() {
    return answers;
  }

  @Override
  public final BookingId target() {
    return id;
  }

  @Override
  public final @Nullable SealedCustomer sealed() {
    return sealed;
  }

  @Override
  public SortedSet<CounterKey> counters(@Nullable StoredBooking known) {
    TreeSet<CounterKey> keys = new TreeSet<>();
    if (known != null && movesUnits()) {
      keys.addAll(Taking.of(known.booking()).units().keySet());
    }
    return keys;
  }

  @Override
  public final Decision<R> decide(@Nullable StoredBooking current, Instant now) {
    if (current == null) {
      return new Decision.Answer<>(answers.cast(new NoSuchBooking(id)));
    }
    sealed = current.origin().customer();
    return decide(current, current.asOf(now), now);
  }

  /**
   * What to do.
   *
   * @param stored the booking as stored
   * @param seen the same as the world sees it at that time
   */
  abstract Decision<R> decide(StoredBooking stored, Booking seen, Instant now);

  final Decision<R> answer(BookingResult result) {
    return new Decision.Answer<>(answers.cast(result));
  }

  final Decision<R> wrongState(Booking seen) {
    return answer(new WrongState(seen));
  }

  final Decision<R> write(Transition transition, Function<Booking, BookingResult> answer) {
    return new Decision.Write<>(transition, booking -> answers.cast(answer.apply(booking)));
  }
}
