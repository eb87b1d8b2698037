package io.travelsuite.jdbc;

import io.travelsuite.inventory.OccurrenceId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Callers queue here, and lead in turn: a leader takes what has queued, carries it out for all, and
 * passes leadership on to one who waits. No thread of its own; no lock held while a leader works.
 *
 * <p>A few lead at a time. Most of them may be patient: at work on one departure, and waiting for
 * its lock if somebody has it. One at least never waits, so that a departure that is locked for
 * long stalls nobody else.
 *
 * <p>Flat combining (Hendler, Incze, Shavit, Tzafrir, 2010) with a database transaction as the
 * combined step.
 */
final class Lane<Q, A> {

  /** A call that a leader has is waited for without limit, looking up now and then. */
  private static final long MINIMAL_PARK = 100_000_000L;

  private final LaneLimits limits;
  private final ReentrantLock lock = new ReentrantLock();
  private final LinkedHashSet<Call<Q, A>> queue = new LinkedHashSet<>();
  private final Map<OccurrenceId, Integer> queuedAt = new HashMap<>();
  private final Map<OccurrenceId, Integer> patientAt = new HashMap<>();
  private int patient;
  private int brisk;

  /** Those woken up to lead who have not chosen their batch yet. */
  private int appointed;

  Lane(LaneLimits limits) {
    this.limits = limits;
  }

  /**
   * What a leader carries out.
   *
   * @param calls in order of arrival
   * @param departure the one departure that a patient batch is about, if it is one
   * @param waits whether it may wait for locks
   */
  record Batch<Q, A>(List<Call<Q, A>> calls, @Nullable OccurrenceId departure, boolean waits) {}

  /** Queues a call, unless too many are. */
  boolean enter(Call<Q, A> call) {
    lock.lock();
    try {
      if (queue.size() >= limits.mostQueued()) {
        return false;
      }
      add(call);
      if (mayLead(call)) { // the others could not a moment ago, and still cannot
        appoint(call);
      }
      return true;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until the call is settled or given up (nothing) or is to lead (a batch). A caller that is
   * interrupted or out of patience gives up, unless a leader already has its call.
   */
  Optional<Batch<Q, A>> await(Call<Q, A> call) {
    boolean interrupted = false;
    try {
      while (!call.settled()) {
        Optional<Batch<Q, A>> batch = call.leads() ? takeAsLeader(call) : Optional.empty();
        if (batch.isPresent()) {
          return batch;
        }
        long patience = call.patience();
        if ((interrupted || patience <= 0) && withdraw(call)) {
          return Optional.empty();
        }
        // Asked again, since waiting for the lock above may have used up the wake-up.
        if (!call.leads() && !call.settled()) {
          LockSupport.parkNanos(this, Math.max(patience, MINIMAL_PARK));
          interrupted |= Thread.interrupted();
        }
      }
      return Optional.empty();
    } finally {
      stepBack(call);
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /**
   * Ends a leader's turn: what is not settled queues again, in front, and the next is appointed.
   */
  void finish(Batch<Q, A> batch) {
    lock.lock();
    try {
      release(batch);
      requeue(batch.calls().stream().filter(call -> !call.settled()).toList());
      appoint();
    } finally {
      lock.unlock();
    }
  }

  private Optional<Batch<Q, A>> takeAsLeader(Call<Q, A> leader) {
    lock.lock();
    try {
      dismiss(leader);
      boolean may = queue.contains(leader) && mayLead(leader);
      Optional<Batch<Q, A>> batch = may ? Optional.of(batchOf(leader)) : Optional.empty();
      batch.ifPresent(this::occupy);
      appoint();
      return batch;
    } finally {
      lock.unlock();
    }
  }

  /** A caller that has its answer does not lead any more: another is appointed. */
  private void stepBack(Call<Q, A> call) {
    if (call.leads()) {
      lock.lock();
      try {
        if (call.leads()) {
          dismiss(call);
          appoint();
        }
      } finally {
        lock.unlock();
      }
    }
  }

  private void dismiss(Call<Q, A> leader) {
    leader.dismiss();
    appointed--;
  }

  /** Makes a caller lead for whose call there is a place. */
  private void appoint() {
    if (full()) {
      return;
    }
    for (Call<Q, A> call : queue) {
      if (!call.leads() && mayLead(call)) {
        appoint(call);
        return;
      }
    }
  }

  private void appoint(Call<Q, A> call) {
    appointed++;
    call.lead();
  }

  private boolean full() {
    return patient + brisk + appointed >= limits.leaders();
  }

  /**
   * Whether there is a place to lead the batch that this call is in. Nobody leads a batch without
   * his own call: at work for others, perhaps waiting for a lock, he could not take his answer.
   */
  private boolean mayLead(Call<Q, A> call) {
    if (full()) {
      return false;
    }
    boolean briskPlace = brisk < 1 + queue.size() / limits.mostBatch();
    return needsPatience(call) ? patientPlace() : briskPlace || (hot(call) && patientPlace());
  }

  private boolean patientPlace() {
    return patient < limits.leaders() - 1;
  }

  private boolean needsPatience(Call<Q, A> call) {
    return call.stubborn() || (call.departure() != null && patientAt.containsKey(call.departure()));
  }

  /** Worth a batch of its own, where there is a place for that. */
  private boolean hot(Call<Q, A> call) {
    return call.departure() != null && queuedAt.getOrDefault(call.departure(), 0) >= limits.hot();
  }

  private Batch<Q, A> batchOf(Call<Q, A> leader) {
    OccurrenceId departure = leader.departure();
    if (!patientPlace()) {
      return new Batch<>(collect(leader, call -> !needsPatience(call)), null, false);
    }
    if (needsPatience(leader) || hot(leader)) {
      List<Call<Q, A>> calls =
          departure == null
              ? List.of(leader)
              : collect(leader, call -> Objects.equals(departure, call.departure()));
      return new Batch<>(calls, departure, true);
    }
    List<Call<Q, A>> calls = collect(leader, call -> !needsPatience(call) && !hot(call));
    boolean alone = calls.size() == 1 && departure != null; // then it may as well wait
    return new Batch<>(calls, alone ? departure : null, alone);
  }

  /** Calls in order of arrival, as many as a batch takes, the leader's among them. */
  private List<Call<Q, A>> collect(Call<Q, A> leader, Predicate<Call<Q, A>> wanted) {
    List<Call<Q, A>> calls = new ArrayList<>();
    int others = 0;
    for (Call<Q, A> call : queue) {
      if (call == leader) {
        calls.add(call);
      } else if (others < limits.mostBatch() - 1 && wanted.test(call)) {
        others++;
        calls.add(call);
      }
    }
    return calls;
  }

  private void add(Call<Q, A> call) {
    queue.add(call);
    if (call.departure() != null) {
      queuedAt.merge(call.departure(), 1, Integer::sum);
    }
  }

  private void remove(Call<Q, A> call) {
    queue.remove(call);
    decrement(queuedAt, call.departure());
  }

  private void requeue(List<Call<Q, A>> calls) {
    if (!calls.isEmpty()) {
      List<Call<Q, A>> rest = new ArrayList<>(queue);
      queue.clear();
      queuedAt.clear();
      calls.forEach(this::add);
      rest.forEach(this::add);
    }
  }

  private void occupy(Batch<Q, A> batch) {
    batch.calls().forEach(this::remove);
    if (batch.waits()) {
      patient++;
      if (batch.departure() != null) {
        patientAt.merge(batch.departure(), 1, Integer::sum);
      }
    } else {
      brisk++;
    }
  }

  private void release(Batch<Q, A> batch) {
    if (batch.waits()) {
      patient--;
      decrement(patientAt, batch.departure());
    } else {
      brisk--;
    }
  }

  private static void decrement(Map<OccurrenceId, Integer> counts, @Nullable OccurrenceId key) {
    if (key != null) {
      counts.computeIfPresent(key, (k, count) -> count == 1 ? null : count - 1);
    }
  }

  /** Takes back a call that nobody has taken yet. */
  private boolean withdraw(Call<Q, A> call) {
    lock.lock();
    try {
      if (!queue.contains(call)) {
        return false;
      }
      remove(call);
      call.giveUp();
      appoint(); // what was hot may be no more, and need not wait for a place for patience
      return true;
    } finally {
      lock.unlock();
    }
  }
}
