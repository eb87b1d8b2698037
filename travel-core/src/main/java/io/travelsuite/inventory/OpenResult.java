package io.travelsuite.inventory;

import io.travelsuite.RefusedException;

/** What {@link Inventory#open} answers. */
public sealed interface OpenResult {

  /** {@return the occurrence of that product, start and label} */
  Occurrence occurrence();

  /**
   * {@return the occurrence, opened now or before with the same stops and pools}
   *
   * @throws RefusedException when it exists with others
   */
  default Occurrence orElseThrow() {
    if (this instanceof LayoutConflict) {
      throw new RefusedException(this);
    }
    return occurrence();
  }

  /**
   * It is on sale from now.
   *
   * @param occurrence the new occurrence
   */
  record Opened(Occurrence occurrence) implements OpenResult {}

  /**
   * It was opened before, with the same stops and pools; nothing changed, its capacities neither.
   *
   * @param occurrence the existing occurrence
   */
  record AlreadyOpen(Occurrence occurrence) implements OpenResult {}

  /**
   * It was opened before, with other stops, pools or seats; nothing changed.
   *
   * @param occurrence the existing occurrence
   */
  record LayoutConflict(Occurrence occurrence) implements OpenResult {}
}
