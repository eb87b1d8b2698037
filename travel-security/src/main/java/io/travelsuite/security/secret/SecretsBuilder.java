package io.travelsuite.security.secret;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.alert.AlertSink;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Puts {@link Secrets} together. Not thread-safe. */
public final class SecretsBuilder {

  private static final Pattern NAME = Pattern.compile("[A-Z][A-Z0-9_]{0,63}");

  final Clock clock;
  final List<SecretSource> sources = new ArrayList<>();
  final Set<String> required = new LinkedHashSet<>();
  final Set<String> optional = new LinkedHashSet<>();
  AlertSink alerts = AlertSink.none();
  Duration ttl = Duration.ofMinutes(5);
  Duration overlap = Duration.ofDays(1);
  Duration oldAfter = Duration.ofDays(90);

  SecretsBuilder(Clock clock) {
    this.clock = clock;
  }

  /**
   * Adds a source, which is asked after those added before it.
   *
   * @param source where to look
   * @return this builder
   */
  public SecretsBuilder source(SecretSource source) {
    sources.add(source);
    return this;
  }

  /**
   * Names secrets that must be there at the start.
   *
   * @param names each of capital letters, digits and {@code _}, at most 64
   * @return this builder
   */
  public SecretsBuilder require(String... names) {
    return add(required, names);
  }

  /**
   * Names secrets that may be there.
   *
   * @param names each of capital letters, digits and {@code _}, at most 64
   * @return this builder
   */
  public SecretsBuilder optional(String... names) {
    return add(optional, names);
  }

  private SecretsBuilder add(Set<String> to, String... names) {
    for (String name : names) {
      unless(NAME.matcher(name).matches(), "name", name, "must be A-Z 0-9 _, at most 64");
      to.add(name);
    }
    return this;
  }

  /**
   * Where it is told when a source fails, a secret has vanished, or one is old.
   *
   * @param alerts nowhere, if never called
   * @return this builder
   */
  public SecretsBuilder alerts(AlertSink alerts) {
    this.alerts = alerts;
    return this;
  }

  /**
   * How long a secret is used without asking again: within this time a rotation is seen.
   *
   * @param ttl 1 second to 1 day; 5 minutes if never called
   * @return this builder
   */
  public SecretsBuilder ttl(Duration ttl) {
    this.ttl = checked("ttl", ttl, Duration.ofDays(1));
    return this;
  }

  /**
   * How long after a rotation the previous secret is accepted.
   *
   * @param overlap 1 second to 90 days; 1 day if never called; at least three times the ttl
   * @return this builder
   */
  public SecretsBuilder overlap(Duration overlap) {
    this.overlap = checked("overlap", overlap, Duration.ofDays(90));
    return this;
  }

  /**
   * From which age on a secret is told to be old.
   *
   * @param oldAfter 1 second to 10 years; 90 days if never called
   * @return this builder
   */
  public SecretsBuilder oldAfter(Duration oldAfter) {
    this.oldAfter = checked("oldAfter", oldAfter, Duration.ofDays(3660));
    return this;
  }

  private static Duration checked(String field, Duration value, Duration most) {
    boolean sensible = value.compareTo(Duration.ofSeconds(1)) >= 0 && value.compareTo(most) <= 0;
    unless(sensible, field, value, "must be 1 s to " + most);
    return value;
  }

  /**
   * Looks everything up once.
   *
   * @return the secrets
   * @throws MissingSecretsException if required ones are in no source; names them all
   * @throws SecretSourceException if a source fails: there is no cached value yet
   */
  public Secrets build() {
    unless(
        overlap.compareTo(ttl.multipliedBy(3)) >= 0, "overlap", overlap, "must be 3 ttl or more");
    return new Secrets(this);
  }
}
