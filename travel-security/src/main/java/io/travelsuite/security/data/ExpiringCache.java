package io.travelsuite.security.data;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was used last, so many and for so long; thread-safe. */
final class ExpiringCache<K, V> {

  private record Entry<V>(V value, Instant until) {}

  private final Clock clock;
  private final Duration ttl;
  private final int most;
  private final LinkedHashMap<K, Entry<V>> entries = new LinkedHashMap<>(16, 0.75f, true);
  private long forgotten;

  ExpiringCache(Clock clock, Duration ttl, int most) {
    this.clock = clock;
    this.ttl = ttl;
    this.most = most;
  }

  synchronized @Nullable V get(K key) {
    Entry<V> entry = entries.get(key);
    if (entry == null) {
      return null;
    }
    if (!clock.instant().isBefore(entry.until())) {
      entries.remove(key);
      return null;
    }
    return entry.value();
  }

  /** To be read before what will be put is loaded. */
  synchronized long mark() {
    return forgotten;
  }

  /** Leaves it out when anything was forgotten since the mark: it may be what was loaded. */
  synchronized void put(K key, V value, long mark) {
    if (mark != forgotten) {
      return;
    }
    entries.put(key, new Entry<>(value, clock.instant().plus(ttl)));
    if (entries.size() > most) {
      Map.Entry<K, Entry<V>> eldest = entries.entrySet().iterator().next();
      entries.remove(eldest.getKey());
    }
  }

  synchronized void forget(K key) {
    forgotten++;
    entries.remove(key);
  }

  synchronized int size() {
    return entries.size();
  }
}
