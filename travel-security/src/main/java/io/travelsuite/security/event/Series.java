package io.travelsuite.security.event;

import io.travelsuite.alert.KeyedWindows;
import java.util.HashSet;
import java.util.Set;

/** What one rule has seen, by key. */
final class Series {

  private static final class Seen {
    final Set<Integer> different = new HashSet<>();
    int count;
  }

  private final AlertRule rule;
  private final KeyedWindows<Seen> windows;

  Series(AlertRule rule, int most) {
    this.rule = rule;
    this.windows = new KeyedWindows<>(most, rule.window(), Seen::new);
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
    Seen seen = windows.of(key(event), event.at());
    EventField different = rule.different();
    if (seen.count >= rule.count()) {
      return false;
    }
    boolean counts =
        different == null || seen.different.add(String.valueOf(event.get(different)).hashCode());
    seen.count += counts ? 1 : 0;
    return counts && seen.count == rule.count();
  }
}
