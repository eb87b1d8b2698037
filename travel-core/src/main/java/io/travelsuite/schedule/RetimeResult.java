package io.travelsuite.schedule;

import io.travelsuite.inventory.Occurrence;
import io.travelsuite.inventory.OccurrenceId;
import java.time.LocalDateTime;

/** What {@link Schedules#retime} answers. */
public sealed interface RetimeResult {

  /**
   * It starts then, whether or not it did before.
   *
   * @param occurrence the occurrence with its new start
   */
  record Retimed(Occurrence occurrence) implements RetimeResult {}

  /**
   * Refused: another occurrence of the product has that start and label.
   *
   * @param start the start asked for
   */
  record StartTaken(LocalDateTime start) implements RetimeResult {}

  /**
   * Refused: it was cancelled.
   *
   * @param occurrence the id asked for
   */
  record AlreadyCancelled(OccurrenceId occurrence) implements RetimeResult {}

  /**
   * There is no such occurrence.
   *
   * @param occurrence the id asked for
   */
  record NoSuchOccurrence(OccurrenceId occurrence) implements RetimeResult {}
}
