package io.travelsuite.security.data;

import static io.travelsuite.InvalidRequestException.unless;

/**
 * The place of a sealed field: what its ciphertext is bound to, so that one copied to another row,
 * column, table or operator does not open there.
 *
 * @param row its row
 * @param column its column, 1 to 64 of {@code a–z 0–9 _}
 */
public record FieldPlace(RowPlace row, String column) {

  /** Checks the column. */
  public FieldPlace {
    unless(RowPlace.isName(column), "column", column, "must be 1 to 64 of a-z 0-9 _");
  }

  /** What is authenticated beside the ciphertext: the form's version, the key's id, the place. */
  byte[] associated(int keyId) {
    return Parts.of(
        keyId,
        "travelsuite/field/" + SealedForm.VERSION,
        row.operator().toString(),
        row.table(),
        row.row(),
        column);
  }
}
