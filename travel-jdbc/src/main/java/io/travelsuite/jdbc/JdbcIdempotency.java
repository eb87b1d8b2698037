package io.travelsuite.jdbc;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.idempotency.Claim;
import io.travelsuite.idempotency.ClaimTerms;
import io.travelsuite.idempotency.Fence;
import io.travelsuite.idempotency.Fingerprint;
import io.travelsuite.idempotency.Idempotency;
import io.travelsuite.idempotency.Outcome;
import io.travelsuite.idempotency.Scope;
import io.travelsuite.idempotency.StaleClaimException;
import io.travelsuite.jdbc.Transactions.Freshness;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Claims in the database. Every change of a row is decided with the row locked, by its primary key.
 */
final class JdbcIdempotency implements Idempotency {

  private static final int LONGEST_CHECKPOINT = 16_000;

  /**
   * An insert that waited longer for another to be rolled back has a part of its lease behind it.
   */
  private static final long LONG_WAIT_NANOS = Duration.ofMillis(100).toNanos();

  /** When to come again to a row that others look at, in transactions of their hosts'. */
  private static final Duration SHORTLY = Duration.ofSeconds(1);

  private final Transactions transactions;
  private final DatabaseClock clock;

  JdbcIdempotency(Transactions transactions, DatabaseClock clock) {
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  public Claim claim(Scope scope, String key, Fingerprint fingerprint, ClaimTerms terms) {
    ClaimAsk ask = new ClaimAsk(scope, key, fingerprint, terms, UUID.randomUUID());
    byte[] hash = ask.hash();
    boolean look = transactions.joined();
    while (true) {
      ClaimTable.Lock lock = ClaimTable.Lock.WRITE;
      if (!look || !sees(hash)) {
        try {
          return transactions.write(Freshness.CLUSTER, unit -> first(unit.handle(), ask));
        } catch (DuplicateKeyException e) {
          lock = joinedLock();
        }
      }
      look = false; // a snapshot would show for ever what is gone
      ClaimTable.Lock how = lock;
      Claim claim = transactions.write(Freshness.CLUSTER, unit -> again(unit.handle(), ask, how));
      if (claim != null) {
        return claim;
      } // it was purged, or rolled back, since
    }
  }

  /**
   * The insert that meets a taken key keeps a shared lock on it to the end of a host's transaction:
   * two that then wanted more would be each other's deadlock. So a key that can be seen is not
   * inserted, and after a failed insert no more than shared is waited for.
   */
  private boolean sees(byte[] hash) {
    return transactions.read(Freshness.LOCAL, handle -> ClaimTable.sees(handle, hash));
  }

  private ClaimTable.Lock joinedLock() {
    return transactions.joined() ? ClaimTable.Lock.READ : ClaimTable.Lock.WRITE;
  }

  private Claim first(Handle handle, ClaimAsk ask) {
    long before = System.nanoTime();
    ClaimTable.insert(handle, ask, ask.leaseFrom(clock.now(handle)));
    if (System.nanoTime() - before > LONG_WAIT_NANOS) {
      ClaimTable.extend(handle, ask.hash(), ask.leaseFrom(clock.now(handle)));
    }
    return new Claim.Acquired(ask.fence(1), 1);
  }

  private @Nullable Claim again(Handle handle, ClaimAsk ask, ClaimTable.Lock lock) {
    byte[] hash = ask.hash();
    ClaimRow row = ClaimTable.lock(handle, hash, lock);
    if (row == null) {
      return null;
    }
    Instant now = clock.now(handle);
    Claiming claiming = Claiming.of(ask, row, now);
    if (!claiming.writes()) {
      return claiming.answer();
    }
    if (lock == ClaimTable.Lock.READ
        && ClaimTable.lock(handle, hash, ClaimTable.Lock.WRITE_AT_ONCE) == null) {
      return new Claim.InFlight(now.plus(SHORTLY), SHORTLY);
    }
    if (claiming.next() != null) {
      ClaimTable.takeOver(handle, ask, claiming.next());
    } else {
      ClaimTable.park(handle, hash);
    }
    return claiming.answer();
  }

  @Override
  public Instant extend(Fence fence, Duration lease) {
    ClaimTerms.checkLease(lease);
    return owned(
        fence,
        own -> {
          own.requireOpen();
          Instant until = UtcTime.stored(clock.now(own.handle()).plus(lease));
          ClaimTable.extend(own.handle(), own.hash(), until);
          return until;
        });
  }

  @Override
  public void checkpoint(Fence fence, String checkpoint) {
    unless(
        checkpoint.length() <= LONGEST_CHECKPOINT,
        "checkpoint",
        checkpoint.length(),
        "must be at most 16,000 characters");
    owned(
        fence,
        own -> {
          own.requireOpen();
          ClaimTable.checkpoint(own.handle(), own.hash(), checkpoint);
          return true;
        });
  }

  @Override
  public void complete(Fence fence, Outcome outcome) {
    owned(
        fence,
        own -> {
          if (!outcome.equals(own.row().outcome())) {
            own.requireOpen();
            ClaimTable.complete(own.handle(), own.hash(), outcome, own.retainedFrom(clock));
          }
          return true;
        });
  }

  @Override
  public void unknown(Fence fence) {
    owned(
        fence,
        own -> {
          own.requireOpen();
          ClaimTable.unknown(own.handle(), own.hash(), clock.now(own.handle()));
          return true;
        });
  }

  @Override
  public void release(Fence fence) {
    owned(
        fence,
        own -> {
          if (own.row().state() != ClaimRow.State.RELEASED) {
            own.requireOpen();
            ClaimTable.release(own.handle(), own.hash(), own.retainedFrom(clock));
          }
          return true;
        });
  }

  /** A locked row and its owner's fence. */
  private record Own(Handle handle, ClaimRow row, Fence fence) {

    byte[] hash() {
      return ClaimKey.of(fence.scope(), fence.key());
    }

    void requireOpen() {
      if (!row.open()) {
        throw new StaleClaimException(fence);
      }
    }

    Instant retainedFrom(DatabaseClock clock) {
      return clock.now(handle).plusSeconds(row.retention());
    }
  }

  private interface OwnersStep<T> {
    T with(Own own);
  }

  /** Compares the fence with the row's under its lock; what the step writes commits with that. */
  private <T> T owned(Fence fence, OwnersStep<T> step) {
    byte[] hash = ClaimKey.of(fence.scope(), fence.key());
    return transactions.write(
        Freshness.CLUSTER,
        unit -> {
          ClaimRow row = ClaimTable.lock(unit.handle(), hash, ClaimTable.Lock.WRITE);
          if (row == null || !row.ownedBy(fence)) {
            throw new StaleClaimException(fence);
          }
          return step.with(new Own(unit.handle(), row, fence));
        });
  }

  @Override
  public boolean resume(Scope scope, String key) {
    byte[] hash = ClaimKey.of(scope, key);
    return transactions.write(
        Freshness.CLUSTER,
        unit -> {
          ClaimRow row = ClaimTable.lock(unit.handle(), hash, ClaimTable.Lock.WRITE);
          if (row == null || row.state() != ClaimRow.State.PARKED) {
            return false;
          }
          Instant now = clock.now(unit.handle());
          ClaimTable.resume(unit.handle(), hash, now);
          AuditTable.About about =
              new AuditTable.About(AuditTable.NOBODY, UUID.nameUUIDFromBytes(hash));
          AuditTable.add(unit.handle(), about, AuditTable.Done.of("idempotency.resumed"), now);
          return true;
        });
  }

  @Override
  public int purge(int most) {
    Placeholders.checkBatch(most);
    return transactions.write(Freshness.LOCAL, unit -> purge(unit.handle(), most));
  }

  /** A key may be claimed anew after it was read: what is deleted is judged under its lock. */
  private int purge(Handle handle, int most) {
    Instant now = clock.now(handle);
    List<byte[]> found = new ArrayList<>(ClaimTable.purgeable(handle, now, most));
    found.sort(Arrays::compareUnsigned);
    List<byte[]> locked = ClaimTable.lockPurgeable(handle, now, found);
    ClaimTable.delete(handle, locked);
    return locked.size();
  }
}
