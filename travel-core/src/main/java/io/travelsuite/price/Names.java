package io.travelsuite.price;

import static io.travelsuite.InvalidRequestException.unless;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The form of short names: of fare units, fare classes, channels and labels. */
final class Names {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,32}");
  private static final Pattern LABEL = Pattern.compile("[ -~]{1,32}");

  private Names() {}

  static void check(String field, @Nullable String name) {
    unless(
        name == null || NAME.matcher(name).matches(),
        field,
        name,
        "must be 1 to 32 of A-Z a-z 0-9 . _ -");
  }

  static void checkLabel(String field, @Nullable String label) {
    unless(
        label == null || LABEL.matcher(label).matches(),
        field,
        label,
        "must be 1 to 32 printable ASCII characters");
  }
}
