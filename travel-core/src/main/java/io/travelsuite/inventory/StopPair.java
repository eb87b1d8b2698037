package io.travelsuite.inventory;

import static io.travelsuite.InvalidRequestException.unless;

import java.util.regex.Pattern;

/**
 * Two stops between which somebody travels. They are the same where a run comes back to where it
 * began.
 *
 * @param from the code of the stop where it begins, 1 to 32 printable ASCII characters without
 *     space
 * @param to the code of the stop where it ends, alike
 */
public record StopPair(String from, String to) {
  private static final Pattern CODE = Pattern.compile("[!-~]{1,32}");

  /** Checks the codes. */
  public StopPair {
    check("from", from);
    check("to", to);
  }

  private static void check(String field, String code) {
    unless(
        CODE.matcher(code).matches(),
        field,
        code,
        "must be 1 to 32 printable ASCII characters without space");
  }

  /** {@return the pair as people read it: {@code A - B}} */
  @Override
  public String toString() {
    return from + " - " + to;
  }
}
