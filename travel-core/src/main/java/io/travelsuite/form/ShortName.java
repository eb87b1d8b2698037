package io.travelsuite.form;

import static io.travelsuite.InvalidRequestException.unless;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Short names: of pools, channels, fare classes, fare units, tags and measures. */
public final class ShortName {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{1,32}");

  private ShortName() {}

  /**
   * Checks a name.
   *
   * @param field what it names, for the message
   * @param name the name
   * @throws io.travelsuite.InvalidRequestException when it is not of that form
   */
  public static void check(String field, String name) {
    unless(FORM.matcher(name).matches(), field, name, "must be 1 to 32 of A-Z a-z 0-9 . _ -");
  }

  /**
   * Checks a name that may be left out.
   *
   * @param field what it names, for the message
   * @param name the name, or null
   * @throws io.travelsuite.InvalidRequestException when it is there and not of that form
   */
  public static void checkIfGiven(String field, @Nullable String name) {
    if (name != null) {
      check(field, name);
    }
  }
}
