package io.travelsuite.security.monitor;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.alert.Alert;
import io.travelsuite.alert.AlertSink;
import io.travelsuite.metric.Metric;
import io.travelsuite.metric.Metrics;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a server answered: tells the metrics {@code travel.http.answers} and {@code
 * travel.http.time} (labels {@code route} and {@code status}), and somebody when too many answers
 * of a window are the server's own errors (500 to 599). Thread-safe.
 */
public final class HttpMeasures {

  private static final int HUNDRED = 100;

  private final Rule rule;
  private final Metrics metrics;
  private final AlertSink alerts;
  private final InstantSource clock;
  private Instant since = Instant.MIN;
  private long answers;
  private long errors;
  private boolean told;

  /**
   * What is too much.
   *
   * @param percent of errors among answers, 1 to 100
   * @param least answers of a window from which on it is judged, 1 or more
   * @param window over how long, 1 second to 1 day
   */
  public record Rule(int percent, long least, Duration window) {

    /** Two percent of 50 answers or more in five minutes. */
    public static final Rule DEFAULT = new Rule(2, 50, Duration.ofMinutes(5));

    /** Checks the ranges. */
    public Rule {
      unless(percent >= 1 && percent <= HUNDRED, "percent", percent, "must be 1 to 100");
      unless(least >= 1, "least", least, "must be 1 or more");
      boolean sensible =
          window.compareTo(Duration.ofSeconds(1)) >= 0 && window.compareTo(Duration.ofDays(1)) <= 0;
      unless(sensible, "window", window, "must be 1 second to 1 day");
    }
  }

  /**
   * Measures that have seen nothing yet.
   *
   * @param rule what is too much
   * @param metrics where it is counted
   * @param alerts where it is told, once a window
   * @param clock what time it is
   */
  public HttpMeasures(Rule rule, Metrics metrics, AlertSink alerts, InstantSource clock) {
    this.rule = rule;
    this.metrics = metrics;
    this.alerts = alerts;
    this.clock = clock;
  }

  /**
   * A request was answered.
   *
   * @param route which, as the table of routes names it: never a path with ids in it
   * @param status of the answer
   * @param took how long
   */
  public void answered(String route, int status, Duration took) {
    Map<String, String> labels = Map.of("route", route, "status", String.valueOf(status));
    metrics.count(new Metric("travel.http.answers", new TreeMap<>(labels)), 1);
    metrics.time(new Metric("travel.http.time", new TreeMap<>(labels)), took);
    if (isTooMuch(status >= 500)) {
      String text = rule.percent() + " % of answers or more were errors in " + rule.window();
      alerts.offer(new Alert("http.errors", Alert.Severity.CRITICAL, "server", text));
    }
  }

  private synchronized boolean isTooMuch(boolean error) {
    Instant now = clock.instant();
    if (since.equals(Instant.MIN) || !now.isBefore(since.plus(rule.window()))) {
      since = now;
      answers = 0;
      errors = 0;
      told = false;
    }
    answers++;
    errors += error ? 1 : 0;
    boolean tooMuch =
        !told && answers >= rule.least() && errors * HUNDRED >= answers * rule.percent();
    told |= tooMuch;
    return tooMuch;
  }
}
