package io.travelsuite.security.role;

import static io.travelsuite.InvalidRequestException.unless;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * A role: a name for some permissions. Roles are data of the host's, kept where it likes.
 *
 * @param name 1 to 32 of {@code a–z 0–9 -}
 * @param permissions what it permits, and nothing else
 */
public record Role(String name, Set<Permission> permissions) {

  private static final Pattern FORM = Pattern.compile("[a-z0-9-]{1,32}");

  /** Checks the name and copies the permissions. */
  public Role {
    unless(FORM.matcher(name).matches(), "role", name, "must be 1 to 32 of a-z 0-9 -");
    permissions = Set.copyOf(permissions);
  }
}
