package io.travelsuite.jdbc;

import io.travelsuite.inventory.OccurrenceId;
import java.time.Instant;
import java.time.LocalDateTime;

/**
 * An occurrence that a schedule made.
 *
 * @param row the occurrence
 * @param time the local start in the schedule that it stands for; its own start once it was retimed
 *     is another
 * @param version of the schedule, by which it is as it is
 */
record Slot(OccurrenceRow row, LocalDateTime time, int version) {

  OccurrenceId id() {
    return row.occurrence().id();
  }

  LocalDateTime start() {
    return row.occurrence().localStart();
  }

  /** Whether its time in the schedule or its own start has passed. */
  boolean past(Instant now) {
    Instant slotted = time.atZone(row.occurrence().zone()).toInstant();
    return !slotted.isAfter(now) || !row.occurrence().startsAt().isAfter(now);
  }

  /** The start it has when it stands for that time; one that was retimed keeps its own. */
  LocalDateTime startAt(LocalDateTime other) {
    return start().equals(time) ? other : start();
  }
}
