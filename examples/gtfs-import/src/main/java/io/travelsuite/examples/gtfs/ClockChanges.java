package io.travelsuite.examples.gtfs;

import io.travelsuite.inventory.Inventory;
import io.travelsuite.inventory.Occurrence;
import io.travelsuite.inventory.Stop;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Departures that are under way when the clocks at one of their stops change, as the library has
 * them: the instants, and what the clocks show.
 */
final class ClockChanges {

  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("MM-dd HH:mm xxx", Locale.ROOT);

  private static final String ROW = "%-6s %-18s %-21s %-18s %-21s %8s  %s";

  private final Inventory inventory;

  ClockChanges(Inventory inventory) {
    this.inventory = inventory;
  }

  /** Those departures, by start. */
  static List<Run> under(List<Run> runs) {
    return runs.stream()
        .filter(run -> changesOn(run.departure()))
        .sorted(Comparator.comparing(run -> run.departure().start()))
        .toList();
  }

  private static boolean changesOn(Departure departure) {
    return departure.calls().stream()
        .map(Call::zone)
        .distinct()
        .map(zone -> zone.getRules().nextTransition(departure.start()))
        .anyMatch(change -> change != null && change.getInstant().isBefore(departure.end()));
  }

  /** A table of them, a line each, after a line of headings. */
  List<String> table(List<Run> runs) {
    String head =
        String.format(
            Locale.ROOT, ROW, "trip", "leaves", "", "arrives", "", "takes", "else it would be");
    return Stream.concat(Stream.of(head), runs.stream().map(this::line)).toList();
  }

  private String line(Run run) {
    Occurrence occurrence = inventory.find(run.id()).orElseThrow();
    Stop last = occurrence.stops().get(occurrence.stops().size() - 1);
    ZoneId there = Objects.requireNonNullElse(last.zone(), occurrence.zone());
    Instant start = occurrence.startsAt();
    Instant end = start.plus(last.arrival());
    return String.format(
        Locale.ROOT,
        ROW,
        run.departure().tripId(),
        CLOCK.format(start.atZone(occurrence.zone())),
        start,
        CLOCK.format(end.atZone(there)),
        end,
        hours(last.arrival()),
        CLOCK.format(end.atOffset(there.getRules().getOffset(start))));
  }

  private static String hours(Duration duration) {
    return String.format(Locale.ROOT, "%d:%02d", duration.toHours(), duration.toMinutesPart());
  }
}
