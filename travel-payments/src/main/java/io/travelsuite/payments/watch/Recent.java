package io.travelsuite.payments.watch;

import java.io.Serial;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What is counted of each of a bounded number of keys, each in windows of its own; the longest
 * unused is forgotten.
 */
final class Recent<T> {

  private record Window<T>(Instant since, T counted) {}

  private static final class Bounded<T> extends LinkedHashMap<String, Window<T>> {
    @Serial private static final long serialVersionUID = 1L;
    private final int most;

    Bounded(int most) {
      super(16, 0.75f, true);
      this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Window<T>> eldest) {
      return size() > most;
    }
  }

  private final Bounded<T> windows;
  private final Duration length;
  private final Supplier<T> fresh;

  Recent(int most, Duration length, Supplier<T> fresh) {
    this.windows = new Bounded<>(most);
    this.length = length;
    this.fresh = fresh;
  }

  T of(String key, Instant now) {
    Window<T> window = windows.get(key);
    if (window == null || !now.isBefore(window.since().plus(length))) {
      window = new Window<>(now, fresh.get());
      windows.put(key, window);
    }
    return window.counted();
  }

  int size() {
    return windows.size();
  }
}
