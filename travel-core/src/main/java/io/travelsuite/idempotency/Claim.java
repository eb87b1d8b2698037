package io.travelsuite.idempotency;

import io.travelsuite.RefusedException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What {@link Idempotency#claim} answers. */
public sealed interface Claim {

  /**
   * {@return the fence of a fresh claim}
   *
   * @throws RefusedException when it is anything else
   */
  default Fence orElseThrow() {
    if (this instanceof Acquired acquired) {
      return acquired.fence();
    }
    throw new RefusedException(this);
  }

  /**
   * It is the caller's to do, and nothing was done under this key.
   *
   * @param fence to complete the claim by
   * @param attempt 1 for the first; more when earlier owners lapsed before their effect could have
   *     started
   */
  record Acquired(Fence fence, int attempt) implements Claim {}

  /**
   * It was done, or refused for good. Do nothing.
   *
   * @param outcome to answer again
   */
  record Replay(Outcome outcome) implements Claim {}

  /**
   * Somebody else is doing it.
   *
   * @param until when the lease lapses, by the database's clock
   * @param left how long that is from now, by the same clock; above zero
   */
  record InFlight(Instant until, Duration left) implements Claim {}

  /** The key was used with another request. Nothing was changed. */
  record Mismatch() implements Claim {}

  /**
   * An earlier owner is gone, or did not learn what came of it, and its effect may have happened.
   * The claim is the caller's now, to <em>ask</em> what happened and then to complete it, never to
   * do it again blindly.
   *
   * @param fence to complete the claim by
   * @param checkpoint what the earlier owner noted last, or null
   */
  record NeedsRecovery(Fence fence, @Nullable String checkpoint) implements Claim {}

  /**
   * It was claimed too often without an outcome, and waits for a person; see {@link
   * Idempotency#resume}.
   *
   * @param attempts how often
   */
  record Parked(int attempts) implements Claim {}
}
