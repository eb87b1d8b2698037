package io.travelsuite.schedule;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.inventory.Capacity;
import io.travelsuite.inventory.OccurrenceRequest;
import io.travelsuite.inventory.Pool;
import io.travelsuite.inventory.ProductId;
import io.travelsuite.inventory.Stop;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What makes the occurrences of a product: when it runs, in the product's time zone, and what each
 * run is made of.
 *
 * <pre>{@code
 * Schedule.of(route, "summer", Recurrence.of("FREQ=DAILY", may1, LocalTime.of(22, 15)))
 *     .stops(Stop.of("A", 0), Stop.of("B", 180), Stop.of("C", 2 * 24 * 60))
 *     .pool(Pool.of("seats", 48))
 *     .overbooking(Overbooking.percent("seats", 5).on(DayOfWeek.MONDAY))
 * }</pre>
 *
 * @param product what runs
 * @param code the operator's own short name for it, unique per product: 1 to 64 printable ASCII
 *     characters
 * @param label the label of its occurrences, which tells them apart from those of another schedule
 *     at the same time; 0 to 32 printable ASCII characters, empty by default
 * @param recurrence when it runs
 * @param stops none (one leg) or 2 to 500, in order, their times told from the start of the run:
 *     over midnight and over several days as they come
 * @param pools 1 to 20; one with an overbooking rule is sold by that, whatever it says is sellable
 * @param overbooking how much is sold above what there is; the first rule that covers the day
 *     decides, and a day that none covers is sold as the pool says
 * @param terms the terms of the occurrences
 */
public record Schedule(
    ProductId product,
    String code,
    String label,
    Recurrence recurrence,
    List<Stop> stops,
    List<Pool> pools,
    List<Overbooking> overbooking,
    ScheduleTerms terms) {
  private static final Pattern CODE = Pattern.compile("[ -~]{1,64}");

  /** Checks the code, and what an occurrence is made of. */
  public Schedule {
    unless(
        CODE.matcher(code).matches(), "code", code, "must be 1 to 64 printable ASCII characters");
    stops = List.copyOf(stops);
    pools = List.copyOf(pools);
    overbooking = List.copyOf(overbooking);
    unless(overbooking.size() <= 140, "overbooking", overbooking.size(), "must be at most 140");
    Set<String> names = pools.stream().map(Pool::name).collect(Collectors.toSet());
    if (!pools.isEmpty()) {
      for (Overbooking rule : overbooking) {
        unless(names.contains(rule.pool()), "overbooking", rule.pool(), "must be one of " + names);
      }
    }
  }

  /**
   * {@return a schedule without stops; add pools with {@link #pool}}
   *
   * @param product what runs
   * @param code the operator's own short name for it
   * @param recurrence when it runs
   */
  public static Schedule of(ProductId product, String code, Recurrence recurrence) {
    return new Schedule(
        product, code, "", recurrence, List.of(), List.of(), List.of(), ScheduleTerms.OPEN);
  }

  /**
   * {@return the same with that label on its occurrences}
   *
   * @param text 0 to 32 printable ASCII characters
   */
  public Schedule label(String text) {
    return new Schedule(product, code, text, recurrence, stops, pools, overbooking, terms);
  }

  /**
   * {@return the same at other times}
   *
   * @param other when it runs
   */
  public Schedule recurrence(Recurrence other) {
    return new Schedule(product, code, label, other, stops, pools, overbooking, terms);
  }

  /**
   * {@return the same over these stops}
   *
   * @param route two or more stops, in order
   */
  public Schedule stops(Stop... route) {
    return new Schedule(
        product, code, label, recurrence, List.of(route), pools, overbooking, terms);
  }

  /**
   * {@return the same with a pool, in place of one of that name}
   *
   * @param pool the pool
   */
  public Schedule pool(Pool pool) {
    List<Pool> more =
        Stream.concat(pools.stream().filter(p -> !p.name().equals(pool.name())), Stream.of(pool))
            .toList();
    return new Schedule(product, code, label, recurrence, stops, more, overbooking, terms);
  }

  /**
   * {@return the same with another overbooking rule, below those it has}
   *
   * @param rule the rule
   */
  public Schedule overbooking(Overbooking rule) {
    List<Overbooking> more = Stream.concat(overbooking.stream(), Stream.of(rule)).toList();
    return new Schedule(product, code, label, recurrence, stops, pools, more, terms);
  }

  /**
   * {@return the same sold by these terms}
   *
   * @param other the terms of the occurrences
   */
  public Schedule terms(ScheduleTerms other) {
    return new Schedule(product, code, label, recurrence, stops, pools, overbooking, other);
  }

  /**
   * {@return the run of a local start, its capacities by the overbooking rules}
   *
   * @param start the local start
   * @param zone the product's time zone
   */
  public OccurrenceRequest run(LocalDateTime start, ZoneId zone) {
    List<Pool> sold = pools.stream().map(pool -> pool.capacity(capacity(pool, start))).toList();
    return new OccurrenceRequest(
        product, start, label, stops, sold, terms.at(start.atZone(zone).toInstant()));
  }

  private Capacity capacity(Pool pool, LocalDateTime start) {
    return overbooking.stream()
        .filter(rule -> rule.pool().equals(pool.name()) && rule.covers(start.getDayOfWeek()))
        .findFirst()
        .map(rule -> rule.of(pool.capacity().physical()))
        .orElse(pool.capacity());
  }
}
