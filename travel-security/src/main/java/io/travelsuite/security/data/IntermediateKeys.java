package io.travelsuite.security.data;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.secret.Secret;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Spares a remote {@link KeyEncryption} a request for each data key: it wraps one key of this
 * process, made by chance, and that one wraps the data keys here. A new customer's booking then
 * waits for no server. The wrapped intermediate key stands in each {@link WrappedKey} that it made,
 * so that nothing else is to be stored.
 *
 * <p>An intermediate key is used for a day and 2<sup>20</sup> data keys; the last 256 that were
 * needed for unwrapping are kept for an hour. Thread-safe.
 */
public final class IntermediateKeys implements KeyEncryption {

  private static final int KEPT = 256;
  private static final long MOST_WRAPS = 1L << 20;
  private static final Duration USED_FOR = Duration.ofDays(1);
  private static final Duration KEPT_FOR = Duration.ofHours(1);

  /** Never within base64, nor in what Vault or AWS answer. */
  private static final char SEPARATOR = '~';

  private static final String OWN_CONTEXT = "travelsuite/intermediate-key";

  private record Intermediate(Secret key, WrappedKey wrapped, Instant until) {}

  private final KeyEncryption remote;
  private final Clock clock;
  private final ExpiringCache<WrappedKey, Secret> known;
  private final LocalWrapping wrapping = new LocalWrapping();
  private final SecureRandom random = new SecureRandom();
  private @Nullable Intermediate current;
  private long wraps;

  /**
   * Spares a server.
   *
   * @param remote what wraps the intermediate keys
   * @param clock what time it is
   */
  public IntermediateKeys(KeyEncryption remote, Clock clock) {
    this.remote = remote;
    this.clock = clock;
    this.known = new ExpiringCache<>(clock, KEPT_FOR, KEPT);
  }

  @Override
  public WrappedKey wrap(Secret key, String context) {
    unless(key.bytes().length == Aead.KEY_BYTES, "key", "(hidden)", "must have 32 bytes");
    Intermediate by = current();
    String text = wrapping.wrap(by.key(), key, associated(context));
    return new WrappedKey(by.wrapped().wrappedBy(), by.wrapped().text() + SEPARATOR + text);
  }

  /** One request at a time, where there is none yet: all others need the same. */
  private synchronized Intermediate current() {
    Intermediate by = current;
    if (by == null || ++wraps > MOST_WRAPS || !clock.instant().isBefore(by.until())) {
      byte[] bytes = new byte[Aead.KEY_BYTES];
      random.nextBytes(bytes);
      Secret key = Secret.of(bytes);
      WrappedKey wrapped = remote.wrap(key, OWN_CONTEXT);
      by = new Intermediate(key, wrapped, clock.instant().plus(USED_FOR));
      known.put(wrapped, key, known.mark());
      current = by;
      wraps = 1;
    }
    return by;
  }

  @Override
  public Secret unwrap(WrappedKey key, String context) {
    int at = key.text().lastIndexOf(SEPARATOR);
    if (at < 1) {
      throw LocalWrapping.refused();
    }
    WrappedKey wrapped = new WrappedKey(key.wrappedBy(), key.text().substring(0, at));
    Secret by = known.get(wrapped);
    if (by == null) {
      long mark = known.mark();
      by = remote.unwrap(wrapped, OWN_CONTEXT);
      known.put(wrapped, by, mark);
    }
    return wrapping.unwrap(by, key.text().substring(at + 1), associated(context));
  }

  private static byte[] associated(String context) {
    return Parts.of(1, OWN_CONTEXT, context);
  }

  /** Asks the server; an intermediate key that its current key did not wrap is used no longer. */
  @Override
  public String currentId() {
    String id = remote.currentId();
    synchronized (this) {
      if (current != null && !current.wrapped().wrappedBy().equals(id)) {
        current = null;
      }
    }
    return id;
  }

  /** Never shows a key. */
  @Override
  public String toString() {
    return "IntermediateKeys[" + remote + "]";
  }
}
