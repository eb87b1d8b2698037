package io.travelsuite.security.web;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.security.Profile;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Puts a {@link CorsPolicy} together; what cannot be meant is refused. Not thread-safe. */
public final class CorsPolicyBuilder {

  /** A token of RFC 9110 without {@code *}, which would be a wildcard. */
  private static final Pattern TOKEN = Pattern.compile("[!#$%&'+.^_`|~0-9A-Za-z-]{1,64}");

  /** Chromium keeps a preflight no longer. */
  private static final Duration LONGEST = Duration.ofHours(2);

  private final List<String> origins;
  private Profile profile = Profile.PRODUCTION;
  List<String> methods = List.of("GET", "HEAD", "POST");
  List<String> headers = List.of();
  List<String> exposed = List.of();
  Set<String> sites = Set.of();
  Duration maxAge = Duration.ofMinutes(10);
  boolean credentials;

  CorsPolicyBuilder(List<String> origins) {
    this.origins = origins;
  }

  /**
   * Where it runs.
   *
   * @param profile in production, the default, every origin is named and has https
   * @return this builder
   */
  public CorsPolicyBuilder profile(Profile profile) {
    this.profile = profile;
    return this;
  }

  /**
   * Which methods may be used.
   *
   * @param methods in capital letters; GET, HEAD and POST if never called
   * @return this builder
   */
  public CorsPolicyBuilder methods(String... methods) {
    this.methods = tokens("method", methods);
    return this;
  }

  /**
   * Which headers a page may set beside the few that every page may.
   *
   * @param headers their names; none if never called
   * @return this builder
   */
  public CorsPolicyBuilder headers(String... headers) {
    this.headers = tokens("header", headers);
    return this;
  }

  /**
   * Which headers of the answer a page may read.
   *
   * @param exposed their names; none if never called
   * @return this builder
   */
  public CorsPolicyBuilder exposed(String... exposed) {
    this.exposed = tokens("exposed", exposed);
    return this;
  }

  /**
   * The origins of the application's own pages: browsers send {@code Origin} with their POSTs too,
   * which are no matter of CORS.
   *
   * @param sites as browsers write them; none if never called
   * @return this builder
   */
  public CorsPolicyBuilder ownSites(String... sites) {
    this.sites = Origins.checked(List.of(sites), profile);
    unless(!this.sites.contains("*"), "site", "*", "must be an origin");
    return this;
  }

  /**
   * Lets pages call with cookies; never together with {@code *}.
   *
   * @return this builder
   */
  public CorsPolicyBuilder withCredentials() {
    credentials = true;
    return this;
  }

  /**
   * How long a browser may keep the answer to a preflight.
   *
   * @param maxAge 0 to 2 hours, in whole seconds; 10 minutes if never called
   * @return this builder
   */
  public CorsPolicyBuilder maxAge(Duration maxAge) {
    boolean sensible = !maxAge.isNegative() && maxAge.compareTo(LONGEST) <= 0;
    unless(sensible, "maxAge", maxAge, "must be 0 to 2 hours");
    this.maxAge = maxAge;
    return this;
  }

  /**
   * {@return the policy}
   *
   * @throws io.travelsuite.InvalidRequestException if an origin is none, is {@code null}, is not
   *     https in production, or is {@code *} in production or with credentials
   */
  public CorsPolicy build() {
    Set<String> checked = Origins.checked(origins, profile);
    boolean any = checked.contains("*");
    unless(!any || !credentials, "origin", "*", "must name an origin where cookies are sent");
    return new CorsPolicy(this, checked);
  }

  private static List<String> tokens(String field, String... names) {
    for (String name : names) {
      unless(TOKEN.matcher(name).matches(), field, name, "must be the name of one");
    }
    return List.of(names);
  }
}
