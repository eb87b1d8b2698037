package io.travelsuite.security.event;

import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/**
 * Where guards tell what happened: counts it, and hands it to listeners in the caller's thread.
 * Thread-safe.
 */
public final class SecurityEvents {

  private final Clock clock;
  private final List<Consumer<SecurityEvent>> listeners;
  private final Map<SecurityEventType, LongAdder> counts = new ConcurrentHashMap<>();

  /**
   * Events for listeners.
   *
   * @param clock what time it is
   * @param listeners {@link LoggedEvents}, a {@link SecurityWatch}; quick, thread-safe, not
   *     throwing
   */
  public SecurityEvents(Clock clock, List<Consumer<SecurityEvent>> listeners) {
    this.clock = clock;
    this.listeners = List.copyOf(listeners);
  }

  /**
   * Tells that something happened.
   *
   * @param type what
   * @param fields what is told of it
   */
  public void tell(SecurityEventType type, Map<EventField, String> fields) {
    counts.computeIfAbsent(type, first -> new LongAdder()).increment();
    SecurityEvent event = new SecurityEvent(type, clock.instant(), fields);
    listeners.forEach(listener -> listener.accept(event));
  }

  /** {@return how often each has happened in this process since its start: counters for metrics} */
  public Map<SecurityEventType, Long> counts() {
    Map<SecurityEventType, Long> now = new EnumMap<>(SecurityEventType.class);
    for (SecurityEventType type : SecurityEventType.values()) {
      now.put(type, 0L);
    }
    counts.forEach((type, count) -> now.put(type, count.sum()));
    return now;
  }
}
