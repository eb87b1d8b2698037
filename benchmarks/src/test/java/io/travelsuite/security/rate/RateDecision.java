package io.travelsuite.security.rate;

import io.github.bucket4j.Bucket;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * What it costs to decide by a client's address, of ten thousand that come in turn: by the
 * library's table, and by a limiter of resilience4j or a bucket of Bucket4j for each of them in a
 * map, which is how those are used for clients (and which nothing bounds). Beside it one limiter of
 * each, for which no key is looked up.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RateDecision {

  private static final int CLIENTS = 10_000;
  private static final int LIMIT = 1_000_000_000;

  private final List<String> clients = new ArrayList<>();
  private final Map<String, io.github.resilience4j.ratelimiter.RateLimiter> limiters =
      new ConcurrentHashMap<>();
  private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();
  private final RateRule rule = RateRule.of(LIMIT, Duration.ofSeconds(1));
  private final RateLimiter table =
      LocalRateLimiter.of(RatePolicy.of("g", RateKey.everybody(), List.of(rule)));
  private final io.github.resilience4j.ratelimiter.RateLimiter limiter = limiter();
  private final Bucket bucket = bucket();
  private int next;

  /** Makes the clients, each with a limiter and a bucket. */
  @Setup
  public void clients() {
    for (int i = 0; i < CLIENTS; i++) {
      String client = "address:192.0." + i / 256 + "." + i % 256;
      clients.add(client);
      limiters.put(client, limiter());
      buckets.put(client, bucket());
    }
  }

  private static io.github.resilience4j.ratelimiter.RateLimiter limiter() {
    return io.github.resilience4j.ratelimiter.RateLimiter.of(
        "g",
        RateLimiterConfig.custom()
            .limitForPeriod(LIMIT)
            .limitRefreshPeriod(Duration.ofSeconds(1))
            .timeoutDuration(Duration.ZERO)
            .build());
  }

  private static Bucket bucket() {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(LIMIT).refillGreedy(LIMIT, Duration.ofSeconds(1)))
        .build();
  }

  /** A request comes with a text of its own, whose hash nobody has computed yet. */
  private String client() {
    next = next + 1 == CLIENTS ? 0 : next + 1;
    return new String(clients.get(next).toCharArray());
  }

  /** The library, by client. */
  @Benchmark
  public Decision byClient() {
    return table.take(client(), 1);
  }

  /** resilience4j, by client. */
  @Benchmark
  public boolean byClientWithResilience4j() {
    return limiters.computeIfAbsent(client(), absent -> limiter()).acquirePermission();
  }

  /** Bucket4j, by client. */
  @Benchmark
  public Object byClientWithBucket4j() {
    return buckets.computeIfAbsent(client(), absent -> bucket()).tryConsumeAndReturnRemaining(1);
  }

  /** The library, one key. */
  @Benchmark
  public Decision one() {
    return table.take("address:192.0.2.1", 1);
  }

  /** resilience4j, without a key. */
  @Benchmark
  public boolean oneWithResilience4j() {
    return limiter.acquirePermission();
  }

  /** Bucket4j, without a key; a mere yes or no. */
  @Benchmark
  public boolean oneWithBucket4j() {
    return bucket.tryConsume(1);
  }
}
