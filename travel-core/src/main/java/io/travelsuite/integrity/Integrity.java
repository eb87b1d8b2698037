package io.travelsuite.integrity;

import io.travelsuite.inventory.OccurrenceId;
import java.util.Collection;
import java.util.List;

/**
 * Recomputes counters, seat claims and the list of holds from the bookings. Thread-safe, takes no
 * lock to verify, and works beside live traffic: each occurrence is read in one snapshot.
 */
public interface Integrity {

  /** The most drift that one call reports. */
  int MOST_REPORTED = 10_000;

  /**
   * Verifies every occurrence. Reads everything that is stored: a job for quiet hours.
   *
   * @return the drift found, at most {@link #MOST_REPORTED}; empty when all is well
   */
  List<Drift> verify();

  /**
   * Verifies one occurrence.
   *
   * @param occurrence which
   * @return the drift found, at most {@link #MOST_REPORTED}; empty when all is well
   */
  List<Drift> verify(OccurrenceId occurrence);

  /**
   * Mends drift, occurrence by occurrence, each under its lock and only where it is still there.
   *
   * @param drift what to mend, as {@link #verify()} reported it
   * @return for each, whether it was mended, was no longer there, or is left for people to settle
   */
  RepairReport repair(Collection<? extends Drift> drift);
}
