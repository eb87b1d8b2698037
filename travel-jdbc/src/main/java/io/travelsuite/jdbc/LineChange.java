package io.travelsuite.jdbc;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.booking.BookedLine;
import io.travelsuite.booking.Booking;
import io.travelsuite.booking.Change;
import io.travelsuite.booking.NotOnSale;
import io.travelsuite.booking.UnitState;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A change with its new lines resolved. */
record LineChange(Change change, ResolvedLines added) {

  /**
   * Why there are no such units to be had, by anybody. It is said of a booking that may be changed:
   * the retry of a confirm gets its booking, even where such units are not sold any more.
   */
  @Nullable NotOnSale refusal() {
    return added.refusal();
  }

  /** The counters that the new lines take. */
  Set<CounterKey> counters() {
    Set<CounterKey> keys = new TreeSet<>(Taking.ofLines(added.lines()).units().keySet());
    keys.addAll(added.sale().watched());
    return keys;
  }

  /** Whether a line to give back has a unit that was used. */
  boolean givesBackUsedUnit(Booking booking) {
    return booking.lines().stream()
        .filter(line -> change.removed().contains(line.number()))
        .anyMatch(line -> line.units().contains(UnitState.REDEEMED));
  }

  /** The booking's lines after the change. */
  List<BookedLine> apply(StoredBooking stored) {
    Booking booking = stored.booking();
    if (!Objects.equals(added.sale().channel(), booking.channel()) && !added.lines().isEmpty()) {
      throw new StaleTermsException(Set.of(), booking.channel());
    }
    Set<Integer> numbers =
        booking.lines().stream().map(BookedLine::number).collect(Collectors.toSet());
    for (int removed : change.removed()) {
      unless(numbers.contains(removed), "removed", removed, "must be a line of the booking");
    }
    unless(
        added.operator() == null || added.operator().equals(booking.operator()),
        "added",
        added.operator(),
        "must be of the booking's operator");
    List<BookedLine> lines = new ArrayList<>(booking.lines());
    lines.removeIf(line -> change.removed().contains(line.number()));
    lines.addAll(added.numberedFrom(stored.nextLine()));
    unless(!lines.isEmpty(), "removed", change.removed(), "must leave the booking a line");
    unless(lines.size() <= 400, "added", lines.size(), "must leave at most 400 lines");
    Taking.requireDistinctSeats(lines);
    return lines;
  }
}
