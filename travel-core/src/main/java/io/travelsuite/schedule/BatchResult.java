package io.travelsuite.schedule;

import io.travelsuite.booking.BookingId;
import io.travelsuite.booking.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a batch.
 *
 * @param done the bookings that have nothing left there that could be cancelled or moved, by this
 *     call or by another at the same time
 * @param refused the bookings that could not be dealt with and are as they were
 * @param next the next batch, or null when none is left that was not tried
 */
public record BatchResult(List<BookingId> done, List<Refused> refused, @Nullable Batch next) {

  /** Copies the lists. */
  public BatchResult {
    done = List.copyOf(done);
    refused = List.copyOf(refused);
  }

  /** {@return whether bookings are left that were not tried} */
  public boolean more() {
    return next != null;
  }

  /**
   * A booking that is as it was.
   *
   * @param booking which
   * @param refusal why
   */
  public record Refused(BookingId booking, Refusal refusal) {}
}
