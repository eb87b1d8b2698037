package io.travelsuite.booking;

import static io.travelsuite.InvalidRequestException.unless;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Lines of a booking swapped for others, all at once or not at all. What old and new lines take is
 * weighed as one: a unit that both take need not be free twice, and nothing old is given back
 * unless everything new is taken.
 *
 * @param removed the numbers of the lines to give back
 * @param added the lines to take
 */
public record Change(Set<Integer> removed, List<Line> added) {

  /** Copies the collections. */
  public Change {
    removed = Set.copyOf(new TreeSet<>(removed));
    added = List.copyOf(added);
    unless(
        !removed.isEmpty() || !added.isEmpty(), "change", "nothing", "must remove or add a line");
    unless(added.size() <= 400, "added", added.size(), "must be at most 400 lines");
  }

  /**
   * {@return a change that swaps one line for others}
   *
   * @param number the number of the line to give back
   * @param added the lines to take
   */
  public static Change line(int number, Line... added) {
    return new Change(Set.of(number), List.of(added));
  }

  /**
   * {@return a change that takes more lines}
   *
   * @param added the lines to take
   */
  public static Change add(Line... added) {
    return new Change(Set.of(), List.of(added));
  }
}
