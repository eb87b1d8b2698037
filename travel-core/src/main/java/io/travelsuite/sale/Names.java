package io.travelsuite.sale;

import static io.travelsuite.InvalidRequestException.unless;

import java.util.regex.Pattern;

/** The form of short names: of pools, channels, fare classes, fare units and measures. */
final class Names {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,32}");

  private Names() {}

  static void check(String field, String name) {
    unless(NAME.matcher(name).matches(), field, name, "must be 1 to 32 of A-Z a-z 0-9 . _ -");
  }
}
