package io.travelsuite.idempotency;

import org.jspecify.annotations.Nullable;

/**
 * Finds out what came of an effect whose owner is gone.
 *
 * @param <T> the result
 */
@FunctionalInterface
public interface Recovery<T> {

  /**
   * Asks, by a reference that the owner gave the other side, and never does it again blindly.
   *
   * @param fence of the claim, the caller's now
   * @param checkpoint what the owner noted last, or null
   * @return what came of it; {@link Effect.Unknown} when that still cannot be told
   */
  Effect<T> ask(Fence fence, @Nullable String checkpoint);
}
