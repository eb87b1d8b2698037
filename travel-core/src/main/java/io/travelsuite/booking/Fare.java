package io.travelsuite.booking;

import static io.travelsuite.InvalidRequestException.unless;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * As what a line is sold, in the words of the occurrence's terms.
 *
 * @param unit the fare unit's code, or null when the line tells by itself what it takes
 * @param fareClass the fare class's code, or null; without one it is treated as the lowest, and
 *     counts for none
 * @param ages the age of each unit in years, 0 to 150; empty when not told
 * @param measures what each unit measures, by name
 */
public record Fare(
    @Nullable String unit,
    @Nullable String fareClass,
    List<Integer> ages,
    SortedMap<String, Integer> measures) {
  /** Nothing in particular. */
  public static final Fare NONE = new Fare(null, null, List.of(), new TreeMap<>());

  /** Checks the ages and copies the collections. */
  public Fare {
    ages = List.copyOf(ages);
    ages.forEach(age -> unless(age >= 0 && age <= 150, "age", age, "must be 0 to 150"));
    measures = Collections.unmodifiableSortedMap(new TreeMap<>(measures));
    unless(measures.size() <= 20, "measures", measures.size(), "must be at most 20");
  }

  /**
   * {@return a fare unit in no class}
   *
   * @param unit the fare unit's code
   */
  public static Fare of(String unit) {
    return new Fare(unit, null, List.of(), new TreeMap<>());
  }

  /**
   * {@return the same in a class}
   *
   * @param code the class's code
   */
  public Fare fareClass(String code) {
    return new Fare(unit, code, ages, measures);
  }

  /**
   * {@return the same for people of these ages}
   *
   * @param years the age of each unit
   */
  public Fare ages(List<Integer> years) {
    return new Fare(unit, fareClass, years, measures);
  }

  /**
   * {@return the same with a measure}
   *
   * @param name the measure's name
   * @param value how much
   */
  public Fare measure(String name, int value) {
    TreeMap<String, Integer> more = new TreeMap<>(measures);
    more.put(name, value);
    return new Fare(unit, fareClass, ages, more);
  }
}
