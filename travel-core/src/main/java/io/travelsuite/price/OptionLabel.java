package io.travelsuite.price;

import static io.travelsuite.InvalidRequestException.unless;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The label of the occurrences that a price is for. */
final class OptionLabel {
  private static final Pattern FORM = Pattern.compile("[ -~]{1,32}");

  private OptionLabel() {}

  static void check(String field, @Nullable String label) {
    unless(
        label == null || FORM.matcher(label).matches(),
        field,
        label,
        "must be 1 to 32 printable ASCII characters");
  }
}
