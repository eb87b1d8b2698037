package io.travelsuite.inventory;

/**
 * One pool on one leg. Holds that have expired count as free, whether or not they were swept.
 *
 * @param pool the pool's name
 * @param leg the leg, from 0
 * @param capacity what exists and what may be sold
 * @param taken units of live holds and of bookings; above sellable only after a shrink
 */
public record LegAvailability(String pool, int leg, Capacity capacity, int taken) {

  /** {@return the units that can be held now, never negative} */
  public int available() {
    return Math.max(0, capacity.sellable() - taken);
  }

  /** {@return the units sold above sellable since an operator lost capacity} */
  public int overhang() {
    return Math.max(0, taken - capacity.sellable());
  }
}
