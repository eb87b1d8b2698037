package io.travelsuite.inventory;

/** What {@link Inventory#resize} and {@link Inventory#shrink} answer. */
public sealed interface ResizeResult
    permits ResizeResult.Resized,
        ResizeResult.BelowTaken,
        ResizeResult.NoSuchPool,
        SaleResult.NoSuchOccurrence {

  /**
   * The pool has its new capacity on every leg.
   *
   * @param capacity the new capacity
   * @param overhang units taken above it, on the leg where they are most; 0 after a resize
   */
  record Resized(Capacity capacity, int overhang) implements ResizeResult {}

  /**
   * Refused: more is taken than would be sellable; nothing changed. {@link Inventory#shrink} is the
   * explicit way below.
   *
   * @param taken units taken on the leg where they are most, live holds included
   */
  record BelowTaken(int taken) implements ResizeResult {}

  /**
   * The occurrence has no pool of that name.
   *
   * @param pool the name asked for
   */
  record NoSuchPool(String pool) implements ResizeResult {}
}
