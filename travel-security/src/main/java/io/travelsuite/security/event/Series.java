package io.travelsuite.security.event;

import java.io.Serial;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What one rule has seen, by key, in windows that begin with their first event. */
final class Series {

  private static final class Window {
    final Instant since;
    final Set<Integer> different = new HashSet<>();
    int count;

    Window(Instant since) {
      this.since = since;
    }
  }

  private static final class Bounded extends LinkedHashMap<String, Window> {
    @Serial private static final long serialVersionUID = 1L;
    private final int most;

    Bounded(int most) {
      super(16, 0.75f, true);
      this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Window> eldest) {
      return size() > most;
    }
  }

  private final AlertRule rule;
  private final Bounded windows;

  Series(AlertRule rule, int most) {
    this.rule = rule;
    this.windows = new Bounded(most);
  }

  AlertRule rule() {
    return rule;
  }

  synchronized int size() {
    return windows.size();
  }

  /** What the event is counted under. */
  String key(SecurityEvent event) {
    EventField by = rule.by();
    String value = by == null ? "all" : event.get(by);
    return value == null || value.isBlank() ? "unknown" : value;
  }

  /** Whether this event is the one that is too many. */
  synchronized boolean reaches(SecurityEvent event) {
    Window window = windows.get(key(event));
    if (window == null || !event.at().isBefore(window.since.plus(rule.window()))) {
      window = new Window(event.at());
      windows.put(key(event), window);
    }
    EventField different = rule.different();
    if (window.count >= rule.count()) {
      return false;
    }
    boolean counts =
        different == null || window.different.add(String.valueOf(event.get(different)).hashCode());
    window.count += counts ? 1 : 0;
    return counts && window.count == rule.count();
  }
}
