package io.travelsuite.sale;

import static io.travelsuite.InvalidRequestException.unless;

import java.util.Set;

/**
 * Who must come along: units of other fare units, in the same request at the same occurrence.
 *
 * @param units codes of the fare units of whom one or more must come
 * @param mostEach how many may come with each of them, 1 to 1,000
 */
public record Companions(Set<String> units, int mostEach) {
  /** Checks the ranges and copies the set. */
  public Companions {
    units = Set.copyOf(units);
    unless(!units.isEmpty(), "companions", units, "must name a fare unit");
    unless(mostEach >= 1 && mostEach <= 1_000, "mostEach", mostEach, "must be 1 to 1,000");
  }
}
