package io.travelsuite.jdbc;

import io.travelsuite.inventory.OccurrenceId;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A caller with its request, in a lane. What is not volatile changes under the lane's lock, or by
 * the leader who has the call.
 *
 * @param <Q> what is asked
 * @param <A> what is answered
 */
final class Call<Q, A> {

  private static final int MOST_PASSED_OVER = 2;

  private final Q request;
  private final @Nullable OccurrenceId departure;
  private final long deadline;
  private final Thread caller = Thread.currentThread();
  private volatile boolean settled;
  private volatile boolean leads;
  private @Nullable A answer;
  private @Nullable RuntimeException failure;
  private boolean stubborn;
  private int passedOver;

  /**
   * A call of the current thread.
   *
   * @param request what is asked
   * @param departure the only occurrence it is about, or null when there are several or none
   * @param patienceNanos how long to wait before a leader takes it
   */
  Call(Q request, @Nullable OccurrenceId departure, long patienceNanos) {
    this.request = request;
    this.departure = departure;
    this.deadline = System.nanoTime() + patienceNanos;
  }

  Q request() {
    return request;
  }

  @Nullable OccurrenceId departure() {
    return departure;
  }

  /** Nanoseconds left before it gives up. */
  long patience() {
    return deadline - System.nanoTime();
  }

  boolean settled() {
    return settled;
  }

  /** The answer; null when it was given up. */
  @Nullable A answer() {
    if (failure != null) {
      throw failure;
    }
    return answer;
  }

  void answer(A value) {
    answer = value;
    settle();
  }

  void fail(RuntimeException cause) {
    failure = cause;
    settle();
  }

  void giveUp() {
    settle();
  }

  /** Somebody else had what it needs: a peer for a moment, or a host for long. */
  void passOver() {
    if (++passedOver >= MOST_PASSED_OVER) {
      stubborn = true;
    }
  }

  /** It needs a batch of its own, which waits. */
  void insist() {
    stubborn = true;
  }

  boolean stubborn() {
    return stubborn;
  }

  boolean leads() {
    return leads;
  }

  void lead() {
    leads = true;
    LockSupport.unpark(caller);
  }

  void dismiss() {
    leads = false;
  }

  private void settle() {
    settled = true;
    LockSupport.unpark(caller);
  }
}
