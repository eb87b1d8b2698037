package io.travelsuite.jdbc.security;

import io.travelsuite.alert.AlertSink;
import io.travelsuite.jdbc.JdbcSecurity;
import io.travelsuite.jdbc.JdbcTravel;
import io.travelsuite.jdbc.crash.Pools;
import io.travelsuite.security.rate.Decision;
import io.travelsuite.security.rate.LocalRateLimiter;
import io.travelsuite.security.rate.RateKey;
import io.travelsuite.security.rate.RateLimiter;
import io.travelsuite.security.rate.RatePolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/** Asks for one key on several threads, and prints when and how often it was allowed. */
final class RateProgram {

  /** How it counts. */
  enum Mode {
    STATEMENT,
    LEASED,
    /** The twin: each JVM for itself. */
    LOCAL
  }

  private RateProgram() {}

  /**
   * Arguments: the database's URL, a {@link Mode}, a rule, a group, threads, the moment to begin at
   * (at once, if that has passed) and milliseconds to go on for. Prints {@code millis allowed} for
   * each millisecond that had some, {@code ASKED number}, and {@code DEGRADED number}.
   */
  public static void main(String[] arguments) throws InterruptedException {
    int threads = Integer.parseInt(arguments[4]);
    JdbcTravel travel =
        JdbcTravel.builder(Pools.open(arguments[0], threads, Duration.ofSeconds(10))).build();
    RatePolicy policy = RatePolicy.of(arguments[3], RateKey.everybody(), arguments[2]);
    try (JdbcSecurity security = JdbcSecurity.of(travel, AlertSink.none())) {
      RateLimiter limiter =
          switch (Mode.valueOf(arguments[1])) {
            case STATEMENT -> security.rateLimiter(policy);
            case LEASED -> security.leasedRateLimiter(policy);
            case LOCAL -> LocalRateLimiter.of(policy);
          };
      run(limiter, threads, Long.parseLong(arguments[5]), Long.parseLong(arguments[6]));
    }
    System.exit(0); // the pool has threads
  }

  /** What all threads came to. */
  private record Totals(TreeMap<Long, Integer> allowed, AtomicLong asked, AtomicLong degraded) {

    synchronized void add(TreeMap<Long, Integer> mine) {
      mine.forEach((at, count) -> allowed.merge(at, count, Integer::sum));
    }
  }

  private static void run(RateLimiter limiter, int threads, long begin, long millis)
      throws InterruptedException {
    limiter.take("warm", 1);
    Thread.sleep(Math.max(0, begin - System.currentTimeMillis()));
    long end = Math.max(begin, System.currentTimeMillis()) + millis;
    Totals totals = new Totals(new TreeMap<>(), new AtomicLong(), new AtomicLong());
    List<Thread> running = new ArrayList<>();
    for (int thread = 0; thread < threads; thread++) {
      running.add(new Thread(() -> ask(limiter, end, totals)));
    }
    running.forEach(Thread::start);
    for (Thread thread : running) {
      thread.join();
    }
    totals.allowed().forEach((at, count) -> System.out.println(at + " " + count));
    System.out.println("ASKED " + totals.asked());
    System.out.println("DEGRADED " + totals.degraded());
  }

  private static void ask(RateLimiter limiter, long end, Totals totals) {
    TreeMap<Long, Integer> mine = new TreeMap<>();
    long asked = 0;
    for (long now = 0; now < end; now = System.currentTimeMillis()) {
      Decision decision = limiter.take("hot", 1);
      asked++;
      if (decision.degraded()) {
        totals.degraded().incrementAndGet();
      }
      if (decision.allowed()) {
        mine.merge(System.currentTimeMillis(), 1, Integer::sum);
      }
    }
    totals.asked().addAndGet(asked);
    totals.add(mine);
  }
}
