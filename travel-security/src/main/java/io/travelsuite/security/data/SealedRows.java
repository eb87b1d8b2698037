package io.travelsuite.security.data;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rows of one or more tables that have sealed fields. Safe for use by many threads. */
public interface SealedRows {

  /**
   * Walks over all rows, in an order that stays.
   *
   * @param cursor the last row's, or null to begin
   * @param limit 1 to 1,000
   * @return the next rows; fewer than the limit at the end. A row that is inserted during a walk
   *     may be missing
   */
  List<SealedRow> after(@Nullable String cursor, int limit);

  /**
   * Reads a row again.
   *
   * @param place the row
   * @return what is there now, or empty when it is gone
   */
  Optional<SealedRow> find(RowPlace place);

  /**
   * Writes sealed fields and indexes of a row, if its sealed fields are still those that were read.
   *
   * @param read as it was read
   * @param next the same row with other fields and indexes
   * @return whether it was written
   */
  boolean replace(SealedRow read, SealedRow next);

  /**
   * Makes the blind indexes of a row anew.
   *
   * @param place the row
   * @param texts what its sealed fields hold, by column
   * @return the indexes by column; none, where rows have none
   */
  default Map<String, byte[]> indexes(RowPlace place, Map<String, String> texts) {
    return Map.of();
  }
}
