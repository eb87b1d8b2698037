package io.travelsuite.integrity;

import java.util.List;

/**
 * What a repair did.
 *
 * @param repaired the drift that was mended
 * @param gone the drift that was no longer there
 * @param left the drift that no repair can mend by itself, for example a seat sold twice: cancel or
 *     change one of the bookings
 */
public record RepairReport(List<Drift> repaired, List<Drift> gone, List<Drift> left) {

  /** Copies the lists. */
  public RepairReport {
    repaired = List.copyOf(repaired);
    gone = List.copyOf(gone);
    left = List.copyOf(left);
  }
}
