package io.travelsuite.security.web;

import static io.travelsuite.InvalidRequestException.unless;

import java.time.Duration;

/**
 * How long a browser remembers to come by HTTPS only (RFC 6797).
 *
 * @param maxAge 0, which makes it forget, or 1 hour to 2 years, in whole seconds
 * @param includeSubDomains whether the names below count too
 * @param preload whether browsers may have it built in: needs a year and the names below
 *     (hstspreload.org), and is hard to take back
 */
public record Hsts(Duration maxAge, boolean includeSubDomains, boolean preload) {

  /** The header's name. */
  public static final String HEADER = "Strict-Transport-Security";

  /** A year, with the names below, not preloaded. */
  public static final Hsts DEFAULT = new Hsts(Duration.ofDays(365), true, false);

  /** Checks the ranges. */
  public Hsts {
    boolean sensible =
        maxAge.isZero()
            || (maxAge.compareTo(Duration.ofHours(1)) >= 0
                && maxAge.compareTo(Duration.ofDays(730)) <= 0);
    unless(sensible, "maxAge", maxAge, "must be 0 or 1 hour to 2 years");
    boolean year = maxAge.compareTo(Duration.ofDays(365)) >= 0;
    unless(!preload || (year && includeSubDomains), "preload", true, "needs a year and subdomains");
  }

  /** {@return the header's value} */
  public String value() {
    return "max-age="
        + maxAge.toSeconds()
        + (includeSubDomains ? "; includeSubDomains" : "")
        + (preload ? "; preload" : "");
  }
}
