package io.travelsuite.metric;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Ports of the library whose calls are timed: {@code travel.calls}, with the labels {@code port}
 * ({@code bookings}), {@code call} ({@code hold}) and {@code answer} ({@code SoldOut}; {@code done}
 * where the answer is no refusal or success; the exception's name where one was thrown). So that
 * holds a second, refusals by reason, and the library's share of a request's time can be told.
 *
 * <p>A call costs half a microsecond more. Thread-safe.
 */
public final class MeteredPorts {

  private static final String NAME = "travel.calls";

  private final Metrics metrics;

  /** As many as there are methods and answers. */
  private final Map<Told, Metric> known = new ConcurrentHashMap<>();

  private MeteredPorts(Metrics metrics) {
    this.metrics = metrics;
  }

  /** What tells calls apart. */
  record Told(String port, String call, String answer) {}

  /**
   * {@return what makes metered ports}
   *
   * @param metrics where times go
   */
  public static MeteredPorts to(Metrics metrics) {
    return new MeteredPorts(metrics);
  }

  /**
   * {@return a port that does what another does, and times it}
   *
   * @param <P> the port
   * @param port an interface, such as {@code Bookings}; its name in lower case is the label
   * @param real what does it
   */
  public <P> P of(Class<P> port, P real) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            new MeteredCalls(this, port.getSimpleName().toLowerCase(Locale.ROOT), real)));
  }

  void tell(Told told, Duration took) {
    metrics.time(known.computeIfAbsent(told, MeteredPorts::metric), took);
  }

  private static Metric metric(Told told) {
    return new Metric(
        NAME,
        new TreeMap<>(Map.of("port", told.port(), "call", told.call(), "answer", told.answer())));
  }
}
