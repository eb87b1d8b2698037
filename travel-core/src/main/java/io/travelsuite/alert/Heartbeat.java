package io.travelsuite.alert;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.metric.Metric;
import io.travelsuite.metric.Metrics;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Tells a monitor elsewhere, every so often, that this host lives and can reach whoever is alerted;
 * the monitor raises the alarm when it hears nothing (a dead man's switch). What it answered last
 * is for {@code Look.HEARTBEAT} of the readiness check.
 *
 * <p>Has no thread: call {@link #run} every few seconds. Thread-safe. Tells the metrics {@code
 * travel.heartbeat.answered} and {@code travel.heartbeat.failed}.
 */
public final class Heartbeat {

  /** One beat. */
  @FunctionalInterface
  public interface Pulse {
    /**
     * Tells the monitor, and returns when it has acknowledged.
     *
     * @throws Exception when it has not
     */
    void beat() throws Exception;
  }

  private final Duration every;
  private final Pulse pulse;
  private final InstantSource clock;
  private final Metrics metrics;
  private final ReentrantLock beating = new ReentrantLock();
  private Instant due = Instant.MIN;
  private volatile Instant answered = Instant.EPOCH;

  /**
   * A heartbeat that has not beaten yet.
   *
   * @param every how often, 1 second to 1 day; the monitor waits for twice as long or longer
   * @param pulse one beat
   * @param clock what time it is
   * @param metrics where it is counted
   */
  public Heartbeat(Duration every, Pulse pulse, InstantSource clock, Metrics metrics) {
    boolean sensible =
        every.compareTo(Duration.ofSeconds(1)) >= 0 && every.compareTo(Duration.ofDays(1)) <= 0;
    unless(sensible, "every", every, "must be 1 second to 1 day");
    this.every = every;
    this.pulse = pulse;
    this.clock = clock;
    this.metrics = metrics;
  }

  /**
   * Beats, if it is time to. One that failed is repeated at the next call.
   *
   * @return whether it was answered now
   */
  public boolean run() {
    if (!beating.tryLock()) {
      return false;
    }
    try {
      return !clock.instant().isBefore(due) && beat();
    } finally {
      beating.unlock();
    }
  }

  private boolean beat() {
    try {
      pulse.beat();
      answered = clock.instant();
      due = answered.plus(every);
      metrics.count(Metric.of("travel.heartbeat.answered"), 1);
      return true;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } catch (Exception silent) { // its age tells
      metrics.count(Metric.of("travel.heartbeat.failed"), 1);
    }
    return false;
  }

  /** {@return when the monitor last answered; 1970 when it never has} */
  public Instant lastAnswered() {
    return answered;
  }
}
