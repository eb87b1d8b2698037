package io.travelsuite.idempotency;

import java.util.function.Consumer;

/**
 * Commits an outcome together with the host's own rows.
 *
 * @param <T> the result
 */
@FunctionalInterface
public interface Settlement<T> {

  /**
   * Opens a transaction, writes what belongs to the effect, calls {@code completing} with the port
   * joined to that transaction, and commits. When {@code completing} throws, roll back and let it
   * through.
   *
   * @param effect an {@link Effect.Succeeded} or {@link Effect.Declined}
   * @param completing stores the outcome
   */
  void settle(Effect<T> effect, Consumer<Idempotency> completing);
}
