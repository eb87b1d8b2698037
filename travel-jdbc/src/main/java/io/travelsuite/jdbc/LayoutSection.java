package io.travelsuite.jdbc;

import io.travelsuite.inventory.LegRange;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The part between two stops of all occurrences with one layout in one time zone.
 *
 * @param layout the layout
 * @param zone the occurrences' time zone
 * @param legs the part
 * @param departure when it begins, from the start of the occurrence
 * @param place the time zone of the stop where it begins
 */
record LayoutSection(
    DocumentId layout, String zone, LegRange legs, Duration departure, ZoneId place) {

  /** A visit of a stop. */
  record Visit(DocumentId layout, String zone, int position) {}

  Visit begin() {
    return new Visit(layout, zone, legs.from());
  }

  private Visit end() {
    return new Visit(layout, zone, legs.to());
  }

  /** Those of sections between two stops that pass neither again on their way. */
  static List<LayoutSection> nearest(List<LayoutSection> sections) {
    Map<Visit, LayoutSection> byBegin = new LinkedHashMap<>();
    sections.forEach(
        section ->
            byBegin.merge(
                section.begin(), section, (a, b) -> a.legs().to() < b.legs().to() ? a : b));
    Map<Visit, LayoutSection> byEnd = new LinkedHashMap<>();
    byBegin
        .values()
        .forEach(
            section ->
                byEnd.merge(
                    section.end(), section, (a, b) -> a.legs().from() > b.legs().from() ? a : b));
    return List.copyOf(byEnd.values());
  }

  /** When an occurrence starts that begins this part as that date begins at the place. */
  Instant startOf(LocalDate date) {
    return date.atStartOfDay(place).toInstant().minus(departure);
  }
}
