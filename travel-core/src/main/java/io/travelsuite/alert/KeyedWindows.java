package io.travelsuite.alert;

import java.io.Serial;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What a watch counts of each of a bounded number of keys, each in windows of its own that begin
 * with their first event; the key that was longest unused is forgotten. For one thread at a time: a
 * watch has its lock anyway.
 *
 * @param <T> what is counted in a window
 */
public final class KeyedWindows<T> {

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

  /**
   * None counted yet.
   *
   * @param most keys that are kept, 1 or more
   * @param length of a window
   * @param fresh makes what is counted in a new window
   */
  public KeyedWindows(int most, Duration length, Supplier<T> fresh) {
    this.windows = new Bounded<>(most);
    this.length = length;
    this.fresh = fresh;
  }

  /**
   * {@return what is counted of a key in the window that now is in, which begins now if none does}
   *
   * @param key of what
   * @param now when its event happened
   */
  public T of(String key, Instant now) {
    Window<T> window = windows.get(key);
    if (window == null || !now.isBefore(window.since().plus(length))) {
      window = new Window<>(now, fresh.get());
      windows.put(key, window);
    }
    return window.counted();
  }

  /** {@return how many keys are kept} */
  public int size() {
    return windows.size();
  }
}
