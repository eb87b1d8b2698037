package io.travelsuite.security.secret;

import io.travelsuite.alert.Alert;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** One secret and until when it need not be looked up again. */
final class CachedSecret {

  private static final Duration RETRY = Duration.ofSeconds(30);

  private record State(@Nullable SecretVersions versions, Instant until) {}

  private final String name;
  private final SecretsBuilder settings;
  private final ReentrantLock asking = new ReentrantLock();
  private volatile State state = new State(null, Instant.MIN);

  CachedSecret(String name, SecretsBuilder settings) {
    this.name = name;
    this.settings = settings;
  }

  /** At the start: what a source throws is thrown. */
  @Nullable SecretVersions load() {
    Instant now = settings.clock.instant();
    SecretVersions found = ask().orElse(null);
    state = new State(found, now.plus(settings.ttl));
    tellOld(found, now);
    return found;
  }

  @Nullable SecretVersions versions(Instant now) {
    if (!now.isBefore(state.until()) && asking.tryLock()) {
      try {
        refresh(now);
      } finally {
        asking.unlock();
      }
    }
    SecretVersions known = state.versions();
    return known == null || isAccepted(known, now) ? known : known.withoutPrevious();
  }

  /** Whether other processes may not have seen the current version yet. */
  boolean isFresh(SecretVersions versions, Instant now) {
    Instant since = versions.since();
    return since != null && now.isBefore(since.plus(settings.ttl.multipliedBy(2)));
  }

  private boolean isAccepted(SecretVersions versions, Instant now) {
    Instant since = versions.since();
    return since == null || now.isBefore(since.plus(settings.overlap));
  }

  private void refresh(Instant now) {
    SecretVersions known = state.versions();
    try {
      SecretVersions found = ask().orElse(null);
      if (found == null && known != null) {
        keep(now, "no source has it any longer");
        return;
      }
      SecretVersions seen = found == null ? null : seen(known, found, now);
      state = new State(seen, now.plus(settings.ttl));
      tellOld(seen, now);
    } catch (RuntimeException failure) {
      boolean told = failure instanceof SecretSourceException;
      keep(now, told ? failure.getMessage() : failure.getClass().getSimpleName());
    }
  }

  /** A source without versions of its own: what changed was rotated now. */
  private static SecretVersions seen(
      @Nullable SecretVersions known, SecretVersions found, Instant now) {
    if (known == null || found.since() != null) {
      return found;
    }
    if (known.current().equals(found.current())) {
      return found.previous() == null ? known : found;
    }
    return new SecretVersions(found.current(), known.current(), now);
  }

  private void keep(Instant now, @Nullable String reason) {
    Duration again = settings.ttl.compareTo(RETRY) < 0 ? settings.ttl : RETRY;
    state = new State(state.versions(), now.plus(again));
    tell("secret.stale", Alert.Severity.CRITICAL, "the last known value is used: " + reason);
  }

  private void tellOld(@Nullable SecretVersions versions, Instant now) {
    Instant since = versions == null ? null : versions.since();
    if (since != null && since.plus(settings.oldAfter).isBefore(now)) {
      tell("secret.old", Alert.Severity.WARNING, "rotate it: in use since " + since);
    }
  }

  private void tell(String rule, Alert.Severity severity, String text) {
    settings.alerts.offer(new Alert(rule, severity, name, text));
  }

  private Optional<SecretVersions> ask() {
    for (SecretSource source : settings.sources) {
      Optional<SecretVersions> found = source.find(name);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }
}
