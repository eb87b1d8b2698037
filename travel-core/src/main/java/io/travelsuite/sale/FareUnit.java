package io.travelsuite.sale;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.form.ShortName;
import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is sold by the piece: an adult, a child, a bicycle, a car up to five metres, a pallet. Each
 * takes so many units of pools; one that takes nothing of the seats still counts where it takes of
 * a pool of its own (infants), which is how the operator limits them.
 *
 * <pre>{@code
 * FareUnit.of("adult").taking("seats", 1)
 * FareUnit.of("infant").taking("infants", 1).aged(Range.atMost(1)).with("adult", 1)
 * FareUnit.of("car").taking("cars", 1).taking("lane-mm", 5200).measured("height-mm", Range.atMost(1900))
 * }</pre>
 *
 * @param code its name, 1 to 32 of {@code A–Z a–z 0–9 . _ -}
 * @param takes what each takes, by pool, each amount 1 to 1,000,000,000; at least one pool
 * @param inParty whether it counts where the terms limit the party; a car or a bicycle may not
 * @param ages the ages it is for; checked where a line tells ages
 * @param quantity how many of it one request may have at an occurrence
 * @param companions who must come along, or null when nobody must
 * @param measures what else is checked and takes nothing (the height of a car), by name; a line
 *     must tell each of them
 */
public record FareUnit(
    String code,
    SortedMap<String, Integer> takes,
    boolean inParty,
    Range ages,
    Range quantity,
    @Nullable Companions companions,
    SortedMap<String, Range> measures) {
  private static final int MOST = 1_000_000_000;

  /** Checks the ranges and copies the maps. */
  public FareUnit {
    ShortName.check("unit", code);
    takes = Collections.unmodifiableSortedMap(new TreeMap<>(takes));
    measures = Collections.unmodifiableSortedMap(new TreeMap<>(measures));
    unless(takes.size() <= 20, "takes", takes.size(), "must be at most 20 pools");
    takes.forEach(
        (pool, amount) -> {
          ShortName.check("pool", pool);
          unless(amount >= 1 && amount <= MOST, "takes." + pool, amount, "must be 1 to " + MOST);
        });
    measures.keySet().forEach(name -> ShortName.check("measure", name));
  }

  /**
   * {@return a fare unit that takes nothing yet: add what it takes}
   *
   * @param code its name
   */
  public static FareUnit of(String code) {
    return new FareUnit(code, new TreeMap<>(), true, Range.ANY, Range.ANY, null, new TreeMap<>());
  }

  /**
   * {@return the same, taking so much of a pool}
   *
   * @param pool the pool's name
   * @param amount what each takes of it, 1 to 1,000,000,000
   */
  public FareUnit taking(String pool, int amount) {
    TreeMap<String, Integer> more = new TreeMap<>(takes);
    more.put(pool, amount);
    return new FareUnit(code, more, inParty, ages, quantity, companions, measures);
  }

  /** {@return the same, not counted where the terms limit the party} */
  public FareUnit outsideParty() {
    return new FareUnit(code, takes, false, ages, quantity, companions, measures);
  }

  /**
   * {@return the same for these ages only}
   *
   * @param range in years
   */
  public FareUnit aged(Range range) {
    return new FareUnit(code, takes, inParty, range, quantity, companions, measures);
  }

  /**
   * {@return the same, so many of it in one request}
   *
   * @param range how many
   */
  public FareUnit quantity(Range range) {
    return new FareUnit(code, takes, inParty, ages, range, companions, measures);
  }

  /**
   * {@return the same, sold only where another comes along}
   *
   * @param unit the code of the fare unit that must come
   * @param mostEach how many may come with each of them
   */
  public FareUnit with(String unit, int mostEach) {
    Companions other = new Companions(Set.of(unit), mostEach);
    return new FareUnit(code, takes, inParty, ages, quantity, other, measures);
  }

  /**
   * {@return the same, with a measure that each line must tell}
   *
   * @param name the measure, with its unit: {@code height-mm}
   * @param range what is let through
   */
  public FareUnit measured(String name, Range range) {
    TreeMap<String, Range> more = new TreeMap<>(measures);
    more.put(name, range);
    return new FareUnit(code, takes, inParty, ages, quantity, companions, more);
  }
}
