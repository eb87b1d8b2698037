package io.travelsuite.inventory;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.sale.SaleTerms;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An occurrence to open: one dated run of a product.
 *
 * <p>Product, start and label together are unique, so that opening twice is safe.
 *
 * @param product what runs
 * @param start when it starts, in the product's time zone; a local time that a clock change skips
 *     moves forward by the length of the gap, one that happens twice means the earlier (the rule of
 *     {@link java.time.ZonedDateTime#of(LocalDateTime, java.time.ZoneId)})
 * @param label tells apart two runs of one product at the same time (a relief coach); 0 to 32
 *     printable ASCII characters, empty by default
 * @param stops none (one leg) or 2 to 500, in order, their times never falling
 * @param pools 1 to 20, each name once, and each seat's label in one of them
 * @param terms the terms it is sold by at first; to everybody by default
 */
public record OccurrenceRequest(
    ProductId product,
    LocalDateTime start,
    String label,
    List<Stop> stops,
    List<Pool> pools,
    SaleTerms terms) {

  private static final Pattern LABEL = Pattern.compile("[ -~]{0,32}");

  /** Checks label, stops and pools. */
  public OccurrenceRequest {
    unless(
        LABEL.matcher(label).matches(),
        "label",
        label,
        "must be 0 to 32 printable ASCII characters");
    stops = List.copyOf(stops);
    pools = List.copyOf(pools);
    checkStops(stops);
    unless(pools.size() <= 20, "pools", pools.size(), "must be at most 20");
    checkPools(pools);
  }

  /**
   * {@return a run without stops; add pools with {@link #pool}}
   *
   * @param product what runs
   * @param start when it starts, in the product's time zone
   */
  public static OccurrenceRequest of(ProductId product, LocalDateTime start) {
    return new OccurrenceRequest(product, start, "", List.of(), List.of(), SaleTerms.OPEN);
  }

  /**
   * {@return the same with another pool, all of whose units may be sold}
   *
   * @param name the pool's name
   * @param units how many there are
   */
  public OccurrenceRequest pool(String name, int units) {
    return pool(Pool.of(name, units));
  }

  /**
   * {@return the same with another pool}
   *
   * @param pool the pool
   */
  public OccurrenceRequest pool(Pool pool) {
    List<Pool> more = Stream.concat(pools.stream(), Stream.of(pool)).toList();
    return new OccurrenceRequest(product, start, label, stops, more, terms);
  }

  /**
   * {@return the same over these stops}
   *
   * @param route two or more stops, in order
   */
  public OccurrenceRequest stops(Stop... route) {
    return new OccurrenceRequest(product, start, label, List.of(route), pools, terms);
  }

  /**
   * {@return the same with a label that tells it apart from another run at the same time}
   *
   * @param text 0 to 32 printable ASCII characters
   */
  public OccurrenceRequest label(String text) {
    return new OccurrenceRequest(product, start, text, stops, pools, terms);
  }

  /**
   * {@return the same sold by these terms}
   *
   * @param first the terms it is sold by at first
   */
  public OccurrenceRequest terms(SaleTerms first) {
    return new OccurrenceRequest(product, start, label, stops, pools, first);
  }

  private static void checkPools(List<Pool> pools) {
    HashSet<String> names = new HashSet<>();
    HashSet<String> seats = new HashSet<>();
    for (Pool pool : pools) {
      unless(names.add(pool.name()), "pools", pool.name(), "must not repeat a name");
      for (String seat : pool.seats()) {
        unless(seats.add(seat), "seat", seat, "must not be in two pools");
      }
    }
  }

  private static void checkStops(List<Stop> stops) {
    unless(
        stops.isEmpty() || (stops.size() >= 2 && stops.size() <= 500),
        "stops",
        stops.size(),
        "must be none or 2 to 500");
    for (int i = 1; i < stops.size(); i++) {
      unless(
          stops.get(i).arrival().compareTo(stops.get(i - 1).departure()) >= 0,
          "stops",
          stops.get(i),
          "must not be reached before the stop ahead of it is left");
    }
  }
}
