package io.travelsuite.examples.replay;

import java.time.LocalDate;
import java.util.List;

/** What became of a row. */
sealed interface Outcome {

  /** Its day has not come. */
  record Waiting() implements Outcome {}

  /** It has no nights: nothing to book. */
  record Skipped() implements Outcome {}

  /**
   * Sold out; it has no room on any night.
   *
   * @param full the nights that had no room left, in order; at least one
   */
  record Refused(List<LocalDate> full) implements Outcome {

    public Refused {
      full = List.copyOf(full);
    }
  }

  /** It has a room on every night. */
  record Confirmed() implements Outcome {}

  /** It had a room on every night, and gave all back. */
  record Cancelled() implements Outcome {}
}
