package io.travelsuite.inventory;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

/**
 * One dated run of a product: a departure, a slot, a night. What it is made of never changes; its
 * start may, see {@link io.travelsuite.schedule.Schedules#retime}, and its capacities do, see
 * {@link Inventory#availability(OccurrenceId)}.
 *
 * @param id its id
 * @param operator who sells it
 * @param product what runs
 * @param label tells apart two runs at the same time; often empty
 * @param localStart when it starts, in {@code zone}
 * @param zone the product's time zone when it was opened
 * @param startsAt the same moment as an instant
 * @param stops its stops, in order; empty when it has none, and then it has one leg
 * @param pools the names of its pools, in the order in which they were given
 */
public record Occurrence(
    OccurrenceId id,
    OperatorId operator,
    ProductId product,
    String label,
    LocalDateTime localStart,
    ZoneId zone,
    Instant startsAt,
    List<Stop> stops,
    List<String> pools) {

  /** Copies the lists. */
  public Occurrence {
    stops = List.copyOf(stops);
    pools = List.copyOf(pools);
  }

  /** {@return whether a clock change moved its start, and how} */
  public ClockChange clockChange() {
    return ClockChange.of(localStart, zone);
  }

  /** {@return how many legs it has, at least 1} */
  public int legs() {
    return Math.max(1, stops.size() - 1);
  }
}
