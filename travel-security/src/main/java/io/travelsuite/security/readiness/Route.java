package io.travelsuite.security.readiness;

import java.util.Set;

/**
 * A route.
 *
 * @param method of HTTP, in capitals
 * @param path for people: {@code /v1/bookings/{id}}
 * @param rate the group of its rate limit; empty for none
 * @param access who may call it
 * @param forgerySafe whether what another site makes a browser send is refused: by a CSRF token, or
 *     since no cookie lets it in
 */
public record Route(String method, String path, String rate, Access access, boolean forgerySafe) {

  /** Who may call a route. */
  public enum Access {
    /** Everybody, on purpose. */
    PUBLIC,
    /** Who has a permission for it. */
    PERMISSION,
    /** Nobody has decided. */
    UNDECIDED
  }

  boolean changesState() {
    return !Set.of("GET", "HEAD", "OPTIONS").contains(method);
  }

  String name() {
    return method + " " + path;
  }
}
