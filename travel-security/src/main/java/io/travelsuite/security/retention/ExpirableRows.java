package io.travelsuite.security.retention;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of one class of data. Safe for use by many threads. */
public interface ExpirableRows {

  /**
   * Walks over rows that were last needed before a time, in an order that stays.
   *
   * @param cutoff the time
   * @param cursor the last row's, or null to begin
   * @param limit 1 to 1,000
   * @return the next rows; fewer than the limit at the end. What was anonymised is not among them
   */
  List<ExpiredRow> before(Instant cutoff, @Nullable String cursor, int limit);

  /**
   * Deletes or anonymises a row, if it is still as it was read.
   *
   * @param row the row
   * @param action what to do
   * @return whether it was done; not, when it was done before or the row is needed again
   */
  boolean apply(ExpiredRow row, RetentionPolicy.Action action);
}
