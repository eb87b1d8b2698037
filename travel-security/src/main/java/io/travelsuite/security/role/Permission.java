package io.travelsuite.security.role;

import static io.travelsuite.InvalidRequestException.unless;

import java.util.regex.Pattern;

/**
 * A permission to do one thing, such as {@code booking:cancel}; also a scope of an API token. Those
 * of the suite's own operations are in {@link Permissions}, and a host adds its own.
 *
 * @param name {@code what:verb}, each of 1 to 32 of {@code a–z 0–9 -}, beginning with a letter
 */
public record Permission(String name) {

  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,31}:[a-z][a-z0-9-]{0,31}");

  /** Checks the form: there is no permission for everything, and no pattern. */
  public Permission {
    unless(FORM.matcher(name).matches(), "permission", name, "must be what:verb in a-z 0-9 -");
  }

  /** {@return the name} */
  @Override
  public String toString() {
    return name;
  }
}
