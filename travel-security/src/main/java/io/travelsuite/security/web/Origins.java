package io.travelsuite.security.web;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.security.Profile;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Checks origins as a browser writes them (RFC 6454, section 6.2). */
final class Origins {

  private static final Pattern ORIGIN =
      Pattern.compile(
          "https?://(?:[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?|\\[[0-9a-f:.]{2,45}])"
              + "(?::[1-9][0-9]{0,4})?");

  private Origins() {}

  /** A set of origins that a policy may name: {@code *} stands alone, and not in production. */
  static Set<String> checked(List<String> origins, Profile profile) {
    Set<String> checked = new LinkedHashSet<>();
    for (String origin : origins) {
      boolean any = origin.equals("*");
      boolean production = profile == Profile.PRODUCTION;
      unless(!any || !production, "origin", origin, "must name an origin in production");
      unless(!any || origins.size() == 1, "origin", origin, "must stand alone");
      unless(
          any || isOrigin(origin), "origin", origin, "must be scheme://host[:port] in lower case");
      unless(
          !production || origin.startsWith("https://"),
          "origin",
          origin,
          "must be https, in production");
      checked.add(origin);
    }
    return checked;
  }

  /** Whether a browser would write it so: no default port, no slash at the end. */
  private static boolean isOrigin(String origin) {
    boolean defaultPort =
        (origin.startsWith("https:") && origin.endsWith(":443"))
            || (origin.startsWith("http:") && origin.endsWith(":80"));
    return ORIGIN.matcher(origin).matches() && !defaultPort;
  }
}
