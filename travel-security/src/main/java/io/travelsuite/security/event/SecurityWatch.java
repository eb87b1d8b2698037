package io.travelsuite.security.event;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.alert.Alert;
import io.travelsuite.alert.AlertSink;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Looks at events for series that rules name, and tells each once a window. Counts in this JVM:
 * with several, each sees its share. A series is forgotten when its window ends, or when there are
 * more than a bounded number of others that are in use since; what floods the memory with addresses
 * is told by the rules without a key. Thread-safe; stops nothing.
 */
public final class SecurityWatch implements Consumer<SecurityEvent> {

  private final AlertSink alerts;
  private final List<Series> series = new ArrayList<>();

  /**
   * A watch that has seen nothing yet.
   *
   * @param rules what is too much: {@link AlertRule#DEFAULTS}
   * @param most how many series of each rule are remembered, 1 to 1,000,000; 10,000 are some 2 MB a
   *     rule
   * @param alerts where it is told
   */
  public SecurityWatch(List<AlertRule> rules, int most, AlertSink alerts) {
    unless(most >= 1 && most <= 1_000_000, "most", most, "must be 1 to 1,000,000");
    this.alerts = alerts;
    rules.forEach(rule -> series.add(new Series(rule, most)));
  }

  @Override
  public void accept(SecurityEvent event) {
    for (Series one : series) {
      AlertRule rule = one.rule();
      if (rule.type() == event.type() && one.reaches(event)) {
        String subject = one.key(event);
        String text =
            rule.count() + " × " + event.type().id() + " in " + rule.window().toSeconds() + " s";
        alerts.offer(new Alert(rule.name(), rule.severity(), subject, text));
      }
    }
  }

  /** How many series are remembered, for tests of its bounds. */
  int remembered() {
    return series.stream().mapToInt(Series::size).sum();
  }
}
