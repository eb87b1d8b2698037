package io.travelsuite.sale;

import static io.travelsuite.InvalidRequestException.unless;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The terms an occurrence is sold by. They may change while it is on sale; each request is judged
 * by the terms in force at the moment it takes its units, under their lock, and never again when it
 * is confirmed.
 *
 * @param opensAt from when on it is sold, or null when it always was
 * @param cutoff how long before a line's first stop is left its sale ends, 0 to 366 days; null when
 *     it never does
 * @param party how many units one request may have at the occurrence; fare units outside the party
 *     do not count
 * @param units the fare units that are sold; lines that name none tell by themselves what they take
 * @param allotments what is kept for channels; at most one a pool and channel
 * @param classes the fare classes, of each pool the highest first; each once a pool
 * @param seats seats that are not for everybody; each label once
 * @param priced whether it is sold at the product's prices ({@link io.travelsuite.price.Prices}):
 *     then a line for which there is none is refused
 */
public record SaleTerms(
    @Nullable Instant opensAt,
    @Nullable Duration cutoff,
    Range party,
    List<FareUnit> units,
    List<Allotment> allotments,
    List<FareClass> classes,
    List<SeatRule> seats,
    boolean priced) {
  /** Sold to everybody at any time. */
  public static final SaleTerms OPEN =
      new SaleTerms(null, null, Range.ANY, List.of(), List.of(), List.of(), List.of(), false);

  private static final int MOST = 100;

  /** Checks the ranges and copies the lists. */
  public SaleTerms {
    unless(
        cutoff == null || (!cutoff.isNegative() && cutoff.compareTo(Duration.ofDays(366)) <= 0),
        "cutoff",
        cutoff,
        "must be 0 to 366 days");
    units = List.copyOf(units);
    allotments = List.copyOf(allotments);
    classes = List.copyOf(classes);
    seats = List.copyOf(seats);
    distinct("units", units.stream().map(FareUnit::code).toList(), MOST);
    distinct(
        "allotments", allotments.stream().map(a -> a.pool() + "@" + a.channel()).toList(), MOST);
    distinct("classes", classes.stream().map(c -> c.pool() + "~" + c.code()).toList(), MOST);
    distinct("seats", seats.stream().map(SeatRule::seat).toList(), 10_000);
  }

  private static void distinct(String field, List<String> names, int most) {
    unless(names.size() <= most, field, names.size(), "must be at most " + most);
    HashSet<String> seen = new HashSet<>();
    names.forEach(name -> unless(seen.add(name), field, name, "must not repeat"));
  }

  /**
   * {@return the same, sold from then on}
   *
   * @param instant the first moment
   */
  public SaleTerms opensAt(Instant instant) {
    return new SaleTerms(instant, cutoff, party, units, allotments, classes, seats, priced);
  }

  /**
   * {@return the same, each stop's sale ending so long before it is left}
   *
   * @param before 0 to 366 days
   */
  public SaleTerms cutoff(Duration before) {
    return new SaleTerms(opensAt, before, party, units, allotments, classes, seats, priced);
  }

  /**
   * {@return the same for parties of that size}
   *
   * @param size how many units one request may have at the occurrence
   */
  public SaleTerms party(Range size) {
    return new SaleTerms(opensAt, cutoff, size, units, allotments, classes, seats, priced);
  }

  /**
   * {@return the same with another fare unit}
   *
   * @param unit the fare unit
   */
  public SaleTerms unit(FareUnit unit) {
    return new SaleTerms(
        opensAt, cutoff, party, with(units, unit), allotments, classes, seats, priced);
  }

  /**
   * {@return the same with another allotment}
   *
   * @param allotment the allotment
   */
  public SaleTerms allotment(Allotment allotment) {
    return new SaleTerms(
        opensAt, cutoff, party, units, with(allotments, allotment), classes, seats, priced);
  }

  /**
   * {@return the same with a fare class below those its pool has}
   *
   * @param lower the fare class
   */
  public SaleTerms fareClass(FareClass lower) {
    return new SaleTerms(
        opensAt, cutoff, party, units, allotments, with(classes, lower), seats, priced);
  }

  /**
   * {@return the same with a seat that is not for everybody}
   *
   * @param rule for whom it is
   */
  public SaleTerms seat(SeatRule rule) {
    return new SaleTerms(
        opensAt, cutoff, party, units, allotments, classes, with(seats, rule), priced);
  }

  /** {@return the same, sold at the product's prices} */
  public SaleTerms atPrices() {
    return new SaleTerms(opensAt, cutoff, party, units, allotments, classes, seats, true);
  }

  private static <T> List<T> with(List<T> some, T another) {
    return Stream.concat(some.stream(), Stream.of(another)).toList();
  }
}
