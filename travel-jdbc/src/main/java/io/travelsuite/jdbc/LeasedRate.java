package io.travelsuite.jdbc;

import io.travelsuite.security.rate.Decision;
import io.travelsuite.security.rate.RateRule;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;

/** A hot key in this JVM: its lease, and who asks for the next. Thread-safe. */
final class LeasedRate {

  /** Of the limit, that one lease may be at most: others are to have some too. */
  private static final int LARGEST_PART = 20;

  /** Of what is left. */
  private static final int PART_OF_LEFT = 8;

  private final RateLeases leases;
  private final byte[] hash;
  private final RateRule rule;
  private final ReentrantLock asking = new ReentrantLock();
  private volatile RateLease lease = RateLease.none(System.nanoTime());

  LeasedRate(RateLeases leases, byte[] hash, RateRule rule) {
    this.leases = leases;
    this.hash = hash;
    this.rule = rule;
  }

  Decision take(int cost) {
    RateLease now = lease;
    if (now.take(cost)) {
      return allowed(now);
    }
    if (refused(now, cost)) {
      return denied(now);
    }
    asking.lock();
    try {
      RateLease current = lease;
      boolean taken = current.take(cost);
      while (!taken && !refused(current, cost)) {
        current = leases.next(hash, rule, ask(current, cost));
        taken = current.take(cost); // before the others see it
        lease = current;
      }
      return taken ? allowed(current) : denied(current);
    } finally {
      asking.unlock();
    }
  }

  /** The database had not so many, and will not before the lease's part is over. */
  private static boolean refused(RateLease lease, int cost) {
    return lease.open(System.nanoTime()) && lease.roomLeft() + lease.leftHere() < cost;
  }

  /** Twice as much as last time if that was used up, else what was used of it. */
  private RateLeases.Ask ask(RateLease last, int cost) {
    int unused = last.end();
    long wanted = unused == 0 ? 2L * last.granted() : last.granted() - unused;
    long most = Math.max(1, rule.limit() / LARGEST_PART);
    int want = (int) Math.max(cost, Math.min(wanted, most));
    return new RateLeases.Ask(cost, want, PART_OF_LEFT, last.part(), unused);
  }

  private Decision allowed(RateLease from) {
    long left = from.leftHere() + from.roomLeft();
    return new Decision(true, rule, left, Duration.ZERO, rule.window(), Decision.Standing.EXACT);
  }

  private Decision denied(RateLease from) {
    Duration wait = Duration.ofNanos(Math.max(1, from.ends() - System.nanoTime()) + from.again());
    return new Decision(false, rule, from.leftHere(), wait, rule.window(), Decision.Standing.EXACT);
  }

  /** Whether nothing is leased. */
  boolean idle() {
    return !lease.open(System.nanoTime());
  }

  /** Gives back what is left. */
  void close() {
    asking.lock();
    try {
      RateLease last = lease;
      int unused = last.end();
      if (unused > 0) {
        leases.giveBack(hash, rule, last.part(), unused);
      }
      lease = RateLease.none(System.nanoTime());
    } finally {
      asking.unlock();
    }
  }
}
