package io.travelsuite.alert;

import io.travelsuite.metric.Metric;
import io.travelsuite.metric.Metrics;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A sink that tells somebody once: equal alerts are counted instead of told again, a flood is told
 * as one, and while nobody can be told, notices are kept and tried again, for a bounded time and in
 * bounded memory.
 *
 * <pre>{@code
 * AlertRelay alerts = AlertRelay.of(RelayRules.DEFAULT, mails::send, clock, metrics);
 * executor.scheduleWithFixedDelay(alerts::run, 1, 1, TimeUnit.SECONDS);
 * }</pre>
 *
 * <p>Has no thread: {@link #run} sends. What waits is lost with the process; an alert that must not
 * be lost is offered again by whoever finds its cause again. Thread-safe; a sender that is slow
 * holds nobody up who offers.
 *
 * <p>Tells the metrics {@code travel.alert.offered} and {@code travel.alert.sent} (label {@code
 * rule}), {@code travel.alert.failed}, {@code travel.alert.given-up}, {@code
 * travel.alert.held-back} and the level {@code travel.alert.waiting}.
 */
public final class AlertRelay implements AlertSink {

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
  private static final String RULE = "rule";

  private final RelayRules rules;
  private final AlertChannel channel;
  private final InstantSource clock;
  private final Metrics metrics;
  private final ReentrantLock sending = new ReentrantLock();
  private final Deque<AlertNotice> waiting = new ArrayDeque<>();
  private final Repeats repeats;
  private final Allowance allowance;
  private Instant notBefore = Instant.MIN;
  private Duration pause = FIRST_PAUSE;

  private AlertRelay(RelayRules rules, AlertChannel channel, InstantSource clock, Metrics metrics) {
    this.rules = rules;
    this.channel = channel;
    this.clock = clock;
    this.metrics = metrics;
    this.repeats = new Repeats(rules);
    this.allowance = new Allowance(rules);
  }

  /**
   * {@return a relay that has nothing to tell yet}
   *
   * @param rules how it spares those who are told
   * @param channel how they are told
   * @param clock what time it is
   * @param metrics where it is counted
   */
  public static AlertRelay of(
      RelayRules rules, AlertChannel channel, InstantSource clock, Metrics metrics) {
    return new AlertRelay(rules, channel, clock, metrics);
  }

  @Override
  public void offer(Alert alert) {
    metrics.count(Metric.of("travel.alert.offered", RULE, alert.rule()), 1);
    Instant now = clock.instant();
    synchronized (this) {
      settle(now);
      if (repeats.isNew(alert, now)) {
        keep(new AlertNotice(alert, 1, now));
      }
    }
  }

  /** What is over is told: repeated alerts, and how many were held back. */
  private void settle(Instant now) {
    long heldBack = allowance.renewed(now);
    repeats.over(now).forEach(this::keep);
    if (heldBack > 0) {
      metrics.count(Metric.of("travel.alert.held-back"), heldBack);
      String text = heldBack + " more alerts were not sent on in the last " + rules.window();
      Alert flood = new Alert("alert.flood", Alert.Severity.WARNING, "alerts", text);
      waiting.add(new AlertNotice(flood, 1, now));
    }
  }

  private void keep(AlertNotice notice) {
    if (waiting.size() >= rules.mostKept()) {
      allowance.holdBack();
    } else if (allowance.allows(notice.alert().severity())) {
      waiting.add(notice);
    }
  }

  /**
   * Sends what waits, the oldest first, until nothing does or one fails; then the next call sends
   * after a pause, 1 second and twice as long each time up to 5 minutes. Call it every second or
   * so; while one call sends, others do nothing.
   *
   * @return how many were sent
   */
  public int run() {
    if (!sending.tryLock()) {
      return 0;
    }
    try {
      int sent = 0;
      AlertNotice next = due();
      while (next != null && send(next)) {
        sent++;
        next = due();
      }
      return sent;
    } finally {
      sending.unlock();
    }
  }

  private synchronized @Nullable AlertNotice due() {
    Instant now = clock.instant();
    settle(now);
    while (!waiting.isEmpty()
        && !now.isBefore(waiting.element().since().plus(rules.window()).plus(rules.keptFor()))) {
      waiting.remove();
      metrics.count(Metric.of("travel.alert.given-up"), 1);
    }
    metrics.gauge(Metric.of("travel.alert.waiting"), waiting.size());
    return now.isBefore(notBefore) ? null : waiting.peek();
  }

  private boolean send(AlertNotice notice) {
    try {
      channel.send(notice);
      sent(notice);
      return true;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      failed();
    } catch (Exception whatever) { // of what the channel says nothing is kept: it may quote
      failed();
    }
    return false;
  }

  private synchronized void sent(AlertNotice notice) {
    waiting.removeFirstOccurrence(notice);
    pause = FIRST_PAUSE;
    metrics.count(Metric.of("travel.alert.sent", RULE, notice.alert().rule()), 1);
  }

  private synchronized void failed() {
    notBefore = clock.instant().plus(pause);
    Duration twice = pause.multipliedBy(2);
    pause = twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
    metrics.count(Metric.of("travel.alert.failed"), 1);
  }

  /** {@return what waits to be sent, the oldest first} */
  public synchronized List<AlertNotice> waiting() {
    return List.copyOf(waiting);
  }
}
