package io.travelsuite.security.rate;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Streams of keys that an attacker may choose. */
class ManyKeysTest {

  private static final int LEAST_BYTES = 1 << 16;
  private static final int KEYS = Integer.getInteger("travel.keys", 2_000_000);

  private final Ticks ticks = new Ticks();

  private LocalRateLimiter limiter(String rule, Algorithm algorithm, int bytes) {
    List<RateRule> rules = List.of(RateRule.parse(rule).countedBy(algorithm));
    return new LocalRateLimiter(RatePolicy.of("g", RateKey.everybody(), rules), bytes, ticks);
  }

  private static long usedHeap() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  @ParameterizedTest
  @EnumSource
  void millions_of_distinct_keys_take_no_more_than_the_table(Algorithm algorithm) {
    long before = usedHeap();
    LocalRateLimiter limiter = limiter("5/h", algorithm, LocalRateLimiter.MOST_BYTES);
    for (int key = 0; key < KEYS; key++) {
      limiter.take("key-" + key, 1);
    }
    long taken = usedHeap() - before;
    System.out.println(algorithm + ", " + KEYS + " keys: " + taken + " bytes");
    assertThat(taken).isLessThan(64_000_000);
    assertThat(limiter.policy().group()).isEqualTo("g"); // it was alive until here
  }

  @ParameterizedTest
  @EnumSource
  void no_stream_of_other_keys_brings_a_denied_key_back(Algorithm algorithm) {
    LocalRateLimiter limiter = limiter("5/h", algorithm, LEAST_BYTES);
    limiter.take("denied", 5);
    for (int key = 0; key < 200_000; key++) {
      limiter.take("key-" + key, 1);
    }
    assertThat(limiter.take("denied", 1).allowed()).isFalse();
  }

  @Test
  void control_a_table_that_evicts_the_eldest_brings_it_back() {
    Map<String, Integer> eldest =
        new java.util.LinkedHashMap<>() {
          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Integer> entry) {
            return size() > 8192;
          }
        };
    eldest.put("denied", 5);
    for (int key = 0; key < 200_000; key++) {
      eldest.merge("key-" + key, 1, Integer::sum);
    }
    assertThat(eldest.getOrDefault("denied", 0)).isZero();
  }

  /**
   * Against a log of each key of its own: a table far too small may deny, and never allows more.
   */
  @ParameterizedTest
  @EnumSource
  void a_key_in_a_crowded_table_is_denied_early_and_never_allowed_late(Algorithm algorithm) {
    long seed = Long.getLong("travel.seed", System.nanoTime());
    System.out.println("crowding " + algorithm + ": seed " + seed);
    Random random = new Random(seed);
    LocalRateLimiter crowded = limiter("5/m", algorithm, LEAST_BYTES);
    LocalRateLimiter roomy = limiter("5/m", algorithm, LocalRateLimiter.MOST_BYTES);
    Map<String, Deque<Long>> logs = new HashMap<>();
    int early = 0;
    for (int i = 0; i < 300_000; i++) {
      ticks.pass(Duration.ofNanos(random.nextInt(2_000_000)));
      String key = "key-" + random.nextInt(20_000);
      boolean allowed = crowded.take(key, 1).allowed();
      early += roomy.take(key, 1).allowed() && !allowed ? 1 : 0;
      if (allowed) {
        Deque<Long> log = logs.computeIfAbsent(key, absent -> new ArrayDeque<>());
        long now = ticks.getAsLong();
        log.addLast(now);
        while (now - log.getFirst() >= Duration.ofMinutes(1).toNanos()) {
          log.removeFirst();
        }
        assertThat(log).hasSizeLessThanOrEqualTo(algorithm == Algorithm.SLIDING_LOG ? 5 : 10);
      }
    }
    assertThat(early).isPositive();
  }

  /** The stated rate: n other keys in c cells meet one key with a chance of n/c at most. */
  @Test
  void keys_share_cells_no_more_often_than_is_stated() {
    int cells = 1 << 16;
    int others = cells / 20;
    int asked = 20_000;
    LocalRateLimiter limiter = limiter("100000/h", Algorithm.GCRA, cells * Long.BYTES);
    for (int key = 0; key < others; key++) {
      limiter.take("other-" + key, 1);
    }
    int met =
        0; // who shares a cell finds more gone than it took; those that asked before count too
    for (int key = 0; key < asked; key++) {
      met += limiter.take("asked-" + key, 1).remaining() < 99_999 ? 1 : 0;
    }
    double stated = (double) others / cells + (double) asked / 2 / cells;
    System.out.println("met " + met + " of " + asked + ", stated at most " + stated * asked);
    assertThat((double) met / asked).isBetween(stated * 0.75, stated * 1.1);
  }

  @Test
  void keys_are_spread_evenly_and_differently_by_each_secret() {
    KeyHash one = new KeyHash(1, 2);
    KeyHash other = new KeyHash(1, 3);
    int[] counts = new int[64];
    int same = 0;
    for (int key = 0; key < 64_000; key++) {
      String text = "address:10.0." + key / 256 + "." + key % 256;
      counts[(int) (one.of(text) >>> 58)]++;
      same += one.of(text) >>> 58 == other.of(text) >>> 58 ? 1 : 0;
    }
    assertThat(IntStream.of(counts)).allMatch(count -> count > 800 && count < 1200);
    assertThat(same).isBetween(800, 1200);
    assertThat(one.of("a")).isNotEqualTo(one.of("a\0")).isNotEqualTo(one.of("\0a"));
    assertThat(one.of("")).isNotEqualTo(one.of("\0"));
  }
}
