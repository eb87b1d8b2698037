package io.travelsuite.jdbc;

import io.travelsuite.jdbc.Transactions.Freshness;
import io.travelsuite.security.rate.Decision;
import io.travelsuite.security.rate.RateRule;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jdbi.v3.core.Handle;

/**
 * Takes units in chunks from the parts of a window that the database keeps, by its clock. A lease
 * is given out within the part that it was taken from, as a clock of ours that began before the
 * database's was read tells: so that what counts in the database is never less than what was given
 * out.
 */
final class RateLeases {

  /** Hot keys are few; what comes beyond them is taken from the database one by one. */
  private static final int MOST_KEYS = 10_000;

  /** What a JVM that falls silent keeps from the others, at most. */
  private static final long LONGEST_NANOS = Duration.ofSeconds(10).toNanos();

  private static final long SWEEP_NANOS = Duration.ofSeconds(1).toNanos();

  private final OwnTransactions transactions;
  private final DatabaseClock clock;
  private final ConcurrentHashMap<ByteBuffer, LeasedRate> hot = new ConcurrentHashMap<>();
  private final AtomicLong nextSweep = new AtomicLong(System.nanoTime());

  RateLeases(OwnTransactions transactions, DatabaseClock clock) {
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * What somebody wants of a key.
   *
   * @param least without so many it is no use
   * @param most what would be welcome
   * @param share of what is left, one part of so many at most, unless that is less than the least
   * @param part the part that the last lease was from
   * @param unused what is given back of it
   */
  record Ask(int least, int most, int share, long part, int unused) {}

  Decision take(byte[] hash, RateRule rule, int cost) {
    ByteBuffer name = ByteBuffer.wrap(hash);
    LeasedRate rate = hot.get(name);
    if (rate == null) {
      if (full()) {
        return takeOnce(hash, rule, cost);
      }
      rate = hot.computeIfAbsent(name, absent -> new LeasedRate(this, hash, rule));
    }
    return rate.take(cost);
  }

  /** Looks for leases that are over once a second at most: a stream of new keys stays cheap. */
  private boolean full() {
    if (hot.size() < MOST_KEYS) {
      return false;
    }
    long due = nextSweep.get();
    long now = System.nanoTime();
    if (now - due >= 0 && nextSweep.compareAndSet(due, now + SWEEP_NANOS)) {
      hot.values().removeIf(LeasedRate::idle);
    }
    return hot.size() >= MOST_KEYS;
  }

  /** Takes just what is asked for, and keeps nothing. */
  Decision takeOnce(byte[] hash, RateRule rule, int cost) {
    return transactions.write(Freshness.LOCAL, unit -> takeOnce(unit.handle(), hash, rule, cost));
  }

  private Decision takeOnce(Handle handle, byte[] hash, RateRule rule, int cost) {
    WindowParts stored = WindowParts.of(rule, RateWindowTable.lock(handle, hash));
    long now = UtcTime.micros(clock.now(handle));
    WindowParts parts = stored.at(now);
    if (parts.left() < cost) {
      Duration reset = JdbcRateStore.micros(parts.leftAgain(rule.limit()) - now);
      Duration wait = JdbcRateStore.micros(parts.leftAgain(cost) - now);
      return new Decision(false, rule, parts.left(), wait, reset, Decision.Standing.EXACT);
    }
    WindowParts next = parts.take(cost);
    RateWindowTable.save(handle, hash, next.stored(), next.staleAt());
    Duration reset = JdbcRateStore.micros(next.leftAgain(rule.limit()) - now);
    return new Decision(true, rule, next.left(), Duration.ZERO, reset, Decision.Standing.EXACT);
  }

  /** The next lease; one of nothing says how long there will be none. */
  RateLease next(byte[] hash, RateRule rule, Ask ask) {
    return transactions.write(Freshness.LOCAL, unit -> next(unit.handle(), hash, rule, ask));
  }

  private RateLease next(Handle handle, byte[] hash, RateRule rule, Ask ask) {
    byte[] kept = RateWindowTable.lock(handle, hash);
    long before = System.nanoTime(); // earlier than the database's clock is read: ends no later
    long now = UtcTime.micros(clock.now(handle));
    WindowParts parts = WindowParts.of(rule, kept).at(now).giveBack(ask.part(), ask.unused());
    int fair = Math.min(ask.most(), parts.left() / ask.share());
    int granted = parts.left() < ask.least() ? 0 : Math.max(ask.least(), fair);
    WindowParts next = parts.take(granted);
    if (granted > 0 || ask.unused() > 0) {
      RateWindowTable.save(handle, hash, next.stored(), next.staleAt());
    }
    long length = Math.min(LONGEST_NANOS, (next.partEnds() - now) * 1000);
    long again = (next.leftAgain(ask.least()) - now) * 1000 - length;
    return new RateLease(
        next.part(),
        granted,
        before + length,
        next.left(),
        Math.max(0, again),
        new AtomicLong(granted));
  }

  /** Puts back what was never given out. */
  void giveBack(byte[] hash, RateRule rule, long part, int unused) {
    transactions.write(
        Freshness.LOCAL,
        unit -> {
          WindowParts parts =
              WindowParts.of(rule, RateWindowTable.lock(unit.handle(), hash))
                  .at(UtcTime.micros(clock.now(unit.handle())))
                  .giveBack(part, unused);
          RateWindowTable.save(unit.handle(), hash, parts.stored(), parts.staleAt());
          return true;
        });
  }

  void close() {
    hot.values().forEach(LeasedRate::close);
    hot.clear();
  }
}
