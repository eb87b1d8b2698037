package io.travelsuite.idempotency;

import io.travelsuite.TravelException;
import java.io.Serial;

/**
 * The claim is not the caller's any more: its lease lapsed and somebody took it over, or it has
 * another outcome already. Nothing of the call was kept. Whoever has the claim now decides what
 * came of it; joined to a transaction, roll the business write back.
 */
public final class StaleClaimException extends TravelException {

  @Serial private static final long serialVersionUID = 1L;

  /** What was presented. */
  private final transient Fence fence;

  /**
   * A stale fence was presented.
   *
   * @param fence what was presented
   */
  public StaleClaimException(Fence fence) {
    super(
        "the claim of "
            + fence.scope().operation()
            + " with fence "
            + fence.number()
            + " was taken over or settled; keep nothing of this try, and claim again to learn"
            + " what came of it",
        null);
    this.fence = fence;
  }

  /** {@return what was presented} */
  public Fence fence() {
    return fence;
  }
}
