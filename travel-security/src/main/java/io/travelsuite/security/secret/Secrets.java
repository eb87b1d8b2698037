package io.travelsuite.security.secret;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.secret.Secret;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The secrets of an application: looked up in a chain of sources at the start, then again when they
 * are older than a ttl. They may be rotated while it runs.
 *
 * <p>No thread of its own: the caller that finds a value too old asks the sources, the others go on
 * with what is there. When a source fails, or no longer has the secret, what was there stays and an
 * alert tells of it: {@code secret.stale}; the source is asked again after 30 seconds, or the ttl
 * if that is shorter. A secret older than the limit is told at each look: {@code secret.old}.
 *
 * <p>Thread-safe. Holds as many secrets as were named at the start.
 */
public final class Secrets {

  private final Clock clock;
  private final Map<String, CachedSecret> cached = new LinkedHashMap<>();

  Secrets(SecretsBuilder settings) {
    clock = settings.clock;
    Set<String> names = new LinkedHashSet<>(settings.required);
    names.addAll(settings.optional);
    List<String> missing = new ArrayList<>();
    for (String name : names) {
      CachedSecret secret = new CachedSecret(name, settings);
      cached.put(name, secret);
      if (secret.load() == null && settings.required.contains(name)) {
        missing.add(name);
      }
    }
    if (!missing.isEmpty()) {
      throw new MissingSecretsException(missing);
    }
  }

  /**
   * Secrets to be looked up.
   *
   * @param clock what time it is
   * @return a builder with the defaults
   */
  public static SecretsBuilder builder(Clock clock) {
    return new SecretsBuilder(clock);
  }

  /**
   * Gives a secret: its current version is what to sign in with elsewhere, all accepted ones are
   * what to check by.
   *
   * @param name a required one
   * @return its versions; the previous one only within the overlap after the rotation
   * @throws io.travelsuite.InvalidRequestException if the name was not named at the start, or there
   *     is none of it
   */
  public SecretVersions get(String name) {
    Optional<SecretVersions> found = find(name);
    unless(found.isPresent(), "secret", name, "must be there");
    return found.orElseThrow();
  }

  /**
   * Gives a secret that may be there.
   *
   * @param name required or optional
   * @return its versions, or empty
   * @throws io.travelsuite.InvalidRequestException if the name was not named at the start
   */
  public Optional<SecretVersions> find(String name) {
    return Optional.ofNullable(cachedSecret(name).versions(clock.instant()));
  }

  /**
   * Gives the secret to sign with what other processes of the same application check: after a
   * rotation that is the previous one for twice the ttl, until each of them has seen the new one.
   *
   * @param name a required one
   * @return the secret to sign with
   * @throws io.travelsuite.InvalidRequestException if the name was not named at the start, or there
   *     is none of it
   */
  public Secret signer(String name) {
    SecretVersions versions = get(name);
    Secret previous = versions.previous();
    boolean fresh = cachedSecret(name).isFresh(versions, clock.instant());
    return previous != null && fresh ? previous : versions.current();
  }

  /** {@return all secrets that are known now, for a redactor to look for} */
  public List<Secret> known() {
    return cached.values().stream()
        .map(secret -> secret.versions(clock.instant()))
        .flatMap(versions -> versions == null ? Stream.of() : versions.accepted().stream())
        .toList();
  }

  private CachedSecret cachedSecret(String name) {
    CachedSecret secret = cached.get(name);
    unless(secret != null, "secret", name, "must be named at the start");
    return Objects.requireNonNull(secret);
  }
}
