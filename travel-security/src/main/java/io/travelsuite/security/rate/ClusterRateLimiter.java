package io.travelsuite.security.rate;

import io.travelsuite.StorageException;
import io.travelsuite.alert.Alert;
import io.travelsuite.alert.AlertSink;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A limiter for a whole cluster: it counts in a store, and while that does not answer as the policy
 * says, closed or in this JVM alone. Never does it let pass what was not counted.
 *
 * <p>After the store has failed it is asked again once a second, by one caller; the others are
 * answered at once without it, and {@link Decision#degraded()} says so. An alert {@code
 * rate-limit.store-down} is offered when an outage begins. How long the first caller waits for a
 * store that does not answer is set where the store is: by the timeouts of its connection pool.
 *
 * <p>Safe for use by many threads; starts none.
 */
public final class ClusterRateLimiter implements RateLimiter {

  private static final Duration PAUSE = Duration.ofSeconds(1);

  /** Of the table that counts during an outage. */
  private static final int LOCAL_BYTES = 1 << 22;

  private final RatePolicy policy;
  private final RateStore store;
  private final AlertSink alerts;
  private final LongSupplier nanoTime;
  private final @Nullable LocalRateLimiter local;
  private final AtomicBoolean down = new AtomicBoolean();
  private final AtomicLong askAgain = new AtomicLong();

  ClusterRateLimiter(RatePolicy policy, RateStore store, AlertSink alerts, LongSupplier nanoTime) {
    policy.rules().forEach(store::check);
    this.policy = policy;
    this.store = store;
    this.alerts = alerts;
    this.nanoTime = nanoTime;
    local =
        policy.whenDown() == WhenDown.CLOSED
            ? null
            : new LocalRateLimiter(policy, LOCAL_BYTES, nanoTime);
  }

  /**
   * {@return a limiter}
   *
   * @param policy what it decides by
   * @param store where it counts
   * @param alerts who is told when the store does not answer
   * @throws io.travelsuite.InvalidRequestException when the store cannot count by a rule
   */
  public static ClusterRateLimiter of(RatePolicy policy, RateStore store, AlertSink alerts) {
    return new ClusterRateLimiter(policy, store, alerts, System::nanoTime);
  }

  @Override
  public RatePolicy policy() {
    return policy;
  }

  @Override
  public Decision take(String key, int cost) {
    if (!mayAsk()) {
      return withoutStore(key, cost);
    }
    try {
      Decision decision =
          Rules.all(
              policy.rules(),
              cost,
              number -> store.take(policy.group(), policy.rules().get(number), key, cost));
      down.set(false);
      return decision;
    } catch (StorageException e) {
      failed();
      return withoutStore(key, cost);
    }
  }

  /** While the store is down one caller asks it, each time the pause is over. */
  private boolean mayAsk() {
    if (!down.get()) {
      return true;
    }
    long due = askAgain.get();
    long now = nanoTime.getAsLong();
    return now - due >= 0 && askAgain.compareAndSet(due, now + PAUSE.toNanos());
  }

  private void failed() {
    askAgain.set(nanoTime.getAsLong() + PAUSE.toNanos());
    if (down.compareAndSet(false, true)) {
      boolean closed = local == null;
      alerts.offer(
          new Alert(
              "rate-limit.store-down",
              closed ? Alert.Severity.CRITICAL : Alert.Severity.WARNING,
              policy.group(),
              closed
                  ? "The store of rate limits does not answer: all requests of this group are"
                      + " refused with 503."
                  : "The store of rate limits does not answer: each JVM counts for itself."));
    }
  }

  private Decision withoutStore(String key, int cost) {
    return local == null
        ? new Decision(false, policy.rules().get(0), 0, PAUSE, PAUSE, Decision.Standing.CLOSED)
        : local.take(key, cost).standing(Decision.Standing.LOCAL);
  }
}
