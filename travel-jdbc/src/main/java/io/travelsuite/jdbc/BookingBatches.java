package io.travelsuite.jdbc;

import io.travelsuite.InvalidRequestException;
import io.travelsuite.booking.BookedLine;
import io.travelsuite.booking.Booking;
import io.travelsuite.booking.BookingId;
import io.travelsuite.booking.BookingResult;
import io.travelsuite.booking.BookingState;
import io.travelsuite.booking.Bookings;
import io.travelsuite.booking.Change;
import io.travelsuite.booking.NotOnSale;
import io.travelsuite.booking.Refusal;
import io.travelsuite.booking.UnitSelection;
import io.travelsuite.booking.UnitState;
import io.travelsuite.booking.WrongState;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.schedule.Batch;
import io.travelsuite.schedule.BatchResult;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Cancels or moves what bookings have at an occurrence, each by itself, as a host would. Whoever
 * meets a booking that somebody else is dealing with looks again.
 */
final class BookingBatches {

  /** Each time somebody else has changed the booking in between. */
  private static final int MOST_TRIES = 10;

  private final Generator.Parts parts;
  private final Bookings bookings;

  BookingBatches(Generator.Parts parts, Bookings bookings) {
    this.parts = parts;
    this.bookings = bookings;
  }

  /** What becomes of one booking; null when there is nothing to do. */
  private interface Treatment {
    @Nullable BookingResult of(Booking booking, List<BookedLine> lines);
  }

  BatchResult cancel(OccurrenceId occurrence, Batch batch) {
    return treat(occurrence, batch, BookingBatches.this::cancel);
  }

  BatchResult move(OccurrenceId from, LineMove move, Batch batch) {
    return treat(from, batch, (booking, lines) -> move(booking, lines, move));
  }

  private BatchResult treat(OccurrenceId occurrence, Batch batch, Treatment treatment) {
    List<BookingId> found =
        parts
            .transactions()
            .read(
                Transactions.Freshness.CLUSTER,
                handle -> LineTable.open(handle, occurrence, batch, parts.clock().now(handle)));
    boolean more = found.size() > batch.most();
    List<BookingId> page = more ? found.subList(0, batch.most()) : found;
    List<BookingId> done = new ArrayList<>();
    List<BatchResult.Refused> refused = new ArrayList<>();
    for (BookingId id : page) {
      Refusal refusal = treat(occurrence, id, treatment);
      if (refusal == null) {
        done.add(id);
      } else {
        refused.add(new BatchResult.Refused(id, refusal));
      }
    }
    Batch next = more ? new Batch(batch.most(), page.get(page.size() - 1)) : null;
    return new BatchResult(done, refused, next);
  }

  /** Why it is as it was, or null. */
  private @Nullable Refusal treat(OccurrenceId occurrence, BookingId id, Treatment treatment) {
    Refusal last = null;
    for (int i = 0; i < MOST_TRIES; i++) {
      Optional<Booking> booking = bookings.find(id);
      List<BookedLine> lines = booking.map(b -> openLines(b, occurrence)).orElseGet(List::of);
      if (booking.isEmpty() || lines.isEmpty()) {
        return null;
      }
      BookingResult result = treatment.of(booking.get(), lines);
      if (!(result instanceof Refusal refusal)) {
        return null;
      }
      last = refusal;
      boolean changed =
          refusal instanceof WrongState wrong
              && wrong.booking().version() != booking.get().version();
      if (!changed) {
        return refusal;
      }
    }
    return last;
  }

  /** The lines at an occurrence with units that were not used and not cancelled. */
  private static List<BookedLine> openLines(Booking booking, OccurrenceId occurrence) {
    boolean open =
        booking.state() == BookingState.HELD || booking.state() == BookingState.CONFIRMED;
    return booking.lines().stream()
        .filter(line -> open && line.occurrence().equals(occurrence))
        .filter(line -> line.units().contains(UnitState.ACTIVE))
        .toList();
  }

  private BookingResult cancel(Booking booking, List<BookedLine> lines) {
    if (booking.state() == BookingState.CONFIRMED) {
      TreeMap<Integer, Set<Integer>> units = new TreeMap<>();
      lines.forEach(line -> units.put(line.number(), activePlaces(line)));
      return bookings.cancel(booking.id(), new UnitSelection(units));
    }
    if (lines.size() == booking.lines().size()) {
      return bookings.release(booking.id());
    }
    return change(booking, new Change(numbers(lines), List.of()), lines);
  }

  private static Set<Integer> activePlaces(BookedLine line) {
    return IntStream.range(0, line.units().size())
        .filter(place -> line.units().get(place) == UnitState.ACTIVE)
        .boxed()
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private BookingResult move(Booking booking, List<BookedLine> lines, LineMove move) {
    return change(
        booking, new Change(numbers(lines), lines.stream().map(move::line).toList()), lines);
  }

  /**
   * A line that is not there any more, or not of that form at the other occurrence, is bad input to
   * a change: here somebody else was faster, or the booking does not fit.
   */
  private BookingResult change(Booking booking, Change change, List<BookedLine> lines) {
    try {
      return bookings.change(booking.id(), change);
    } catch (InvalidRequestException e) {
      Optional<Booking> now = bookings.find(booking.id());
      if (now.isPresent() && now.get().version() != booking.version()) {
        return new WrongState(now.get());
      }
      OccurrenceId wanted =
          change.added().isEmpty() ? lines.get(0).occurrence() : change.added().get(0).occurrence();
      return new NotOnSale(wanted, NotOnSale.Reason.NOT_OFFERED, String.valueOf(e.getMessage()));
    }
  }

  private static Set<Integer> numbers(List<BookedLine> lines) {
    Set<Integer> numbers = new HashSet<>();
    lines.forEach(line -> numbers.add(line.number()));
    return numbers;
  }
}
