package io.travelsuite.security.data;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.inventory.OperatorId;
import java.util.regex.Pattern;

/**
 * A row that holds sealed fields. A field opens at its own place only.
 *
 * @param operator whose row
 * @param table its table, 1 to 64 of {@code a–z 0–9 _}
 * @param row its primary key as text, 1 to 128 visible characters of ASCII: no personal data
 */
public record RowPlace(OperatorId operator, String table, String row) {

  private static final Pattern NAME = Pattern.compile("[a-z0-9_]{1,64}");
  private static final Pattern ROW = Pattern.compile("[!-~]{1,128}");

  /** Checks the forms. */
  public RowPlace {
    unless(isName(table), "table", table, "must be 1 to 64 of a-z 0-9 _");
    unless(ROW.matcher(row).matches(), "row", row, "must be 1 to 128 of visible ASCII");
  }

  static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }

  /**
   * {@return a field of this row}
   *
   * @param name the column, 1 to 64 of {@code a–z 0–9 _}
   */
  public FieldPlace column(String name) {
    return new FieldPlace(this, name);
  }
}
