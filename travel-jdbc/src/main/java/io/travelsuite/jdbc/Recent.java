package io.travelsuite.jdbc;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** What was used recently, up to a weight in all. Thread-safe; nothing is made under its lock. */
final class Recent<K, V> {

  private final int most;
  private final ToIntFunction<V> weigher;
  private final Map<K, V> values = new LinkedHashMap<>(16, 0.75f, true);
  private int weight;

  Recent(int most, ToIntFunction<V> weigher) {
    this.most = most;
    this.weigher = weigher;
  }

  synchronized @Nullable V get(K key) {
    return values.get(key);
  }

  synchronized void put(K key, V value) {
    V before = values.put(key, value);
    weight += weigher.applyAsInt(value) - (before == null ? 0 : weigher.applyAsInt(before));
    var eldest = values.values().iterator();
    while (weight > most && eldest.hasNext()) {
      weight -= weigher.applyAsInt(eldest.next());
      eldest.remove();
    }
  }

  synchronized void remove(K key) {
    V gone = values.remove(key);
    weight -= gone == null ? 0 : weigher.applyAsInt(gone);
  }
}
