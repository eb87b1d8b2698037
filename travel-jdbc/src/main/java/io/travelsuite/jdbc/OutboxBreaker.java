package io.travelsuite.jdbc;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.travelsuite.notify.outbox.OutboxSettings;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * Leaves a subscription alone when it fails again and again: what it is to reach is down, and every
 * event would use up its tries. An event that fails again by itself counts once, so that one that
 * can never be handled does not stop the others. Thread-safe.
 */
final class OutboxBreaker {

  private final CircuitBreaker breaker;
  private final Set<UUID> failed = new HashSet<>();

  OutboxBreaker(String name, OutboxSettings.Breaker settings) {
    breaker =
        CircuitBreaker.of(
            name,
            CircuitBreakerConfig.custom()
                .slidingWindowType(CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
                .slidingWindowSize(settings.failures())
                .minimumNumberOfCalls(settings.failures())
                .failureRateThreshold(100)
                .waitDurationInOpenState(settings.pause())
                .permittedNumberOfCallsInHalfOpenState(1)
                .build());
  }

  /** How many events may be claimed: all, one to see whether it works again, or none. */
  int most(int all) {
    if (breaker.getState() == CircuitBreaker.State.CLOSED) {
      return all;
    }
    if (!breaker.tryAcquirePermission()) {
      return 0;
    }
    breaker.releasePermission();
    return 1;
  }

  boolean isOpen() {
    return breaker.getState() == CircuitBreaker.State.OPEN;
  }

  /** Whether an event may be tried now; then what came of it is to be told. */
  boolean permits() {
    return breaker.tryAcquirePermission();
  }

  /** Nothing came of it. */
  void unused() {
    breaker.releasePermission();
  }

  synchronized void succeeded() {
    failed.clear();
    breaker.onSuccess(0, TimeUnit.NANOSECONDS);
  }

  synchronized void failed(UUID event) {
    if (breaker.getState() == CircuitBreaker.State.CLOSED && !failed.add(event)) {
      breaker.releasePermission();
      return;
    }
    breaker.onError(0, TimeUnit.NANOSECONDS, new IllegalStateException("not handled"));
    if (isOpen()) {
      failed.clear();
    }
  }
}
