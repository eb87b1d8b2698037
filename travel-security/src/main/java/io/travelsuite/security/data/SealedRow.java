package io.travelsuite.security.data;

import java.util.Map;

/**
 * A row with sealed fields, as it is stored.
 *
 * @param subject whom it is about
 * @param place the row
 * @param cursor what {@link SealedRows#after} goes on behind
 * @param fields the sealed fields by column, without those that are null
 * @param indexes the blind indexes by column, without those that are null
 */
public record SealedRow(
    DataSubject subject,
    RowPlace place,
    String cursor,
    Map<String, byte[]> fields,
    Map<String, byte[]> indexes) {

  /** Copies the maps. */
  public SealedRow {
    fields = Map.copyOf(fields);
    indexes = Map.copyOf(indexes);
  }

  SealedRow with(Map<String, byte[]> otherFields, Map<String, byte[]> otherIndexes) {
    return new SealedRow(subject, place, cursor, otherFields, otherIndexes);
  }
}
