package io.travelsuite.security.monitor;

import static io.travelsuite.InvalidRequestException.unless;

import java.net.URI;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A project of Sentry, or of what speaks as it does.
 *
 * @param envelopes where its envelopes are posted
 * @param key its public key
 * @param release what runs, as {@code shop@1.4.2}
 * @param environment where, as {@code production}
 */
public record SentryProject(URI envelopes, String key, String release, String environment) {

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final Pattern DSN =
      Pattern.compile("(https?)://([0-9a-zA-Z]+)@([^/@]+)(/.*)?/(\\d+)");

  /** Checks that nothing goes in the clear but to this machine. */
  public SentryProject {
    boolean local = "http".equals(envelopes.getScheme()) && LOOPBACK.contains(envelopes.getHost());
    unless(local || "https".equals(envelopes.getScheme()), "dsn", "(hidden)", "must be https");
  }

  /**
   * {@return the project of a DSN}
   *
   * @param dsn {@code https://key@host/project}, from the project's settings
   * @param release what runs
   * @param environment where
   */
  public static SentryProject of(String dsn, String release, String environment) {
    Matcher parts = DSN.matcher(dsn);
    unless(parts.matches(), "dsn", "(hidden)", "must be https://key@host/project");
    String path = parts.group(4) == null ? "" : parts.group(4);
    String base = parts.group(1) + "://" + parts.group(3) + path;
    URI envelopes = URI.create(base + "/api/" + parts.group(5) + "/envelope/");
    return new SentryProject(envelopes, parts.group(2), release, environment);
  }

  /** Without the key. */
  @Override
  public String toString() {
    return "SentryProject[" + envelopes.getHost() + ", " + release + ", " + environment + "]";
  }
}
