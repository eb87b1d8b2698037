package io.travelsuite.inventory;

/**
 * One pool on one leg. Holds that have expired count as free, whether or not they were swept.
 *
 * @param pool the pool's name
 * @param leg the leg, from 0
 * @param capacity what exists and what may be sold
 * @param taken units of live holds and of bookings; above sellable only after a shrink
 * @param withheld units kept from a request that names no channel and no fare class: allotments and
 *     what is protected for fare classes
 */
public record LegAvailability(String pool, int leg, Capacity capacity, int taken, int withheld) {

  /** {@return the units that such a request can hold now, never negative} */
  public int available() {
    return Math.max(0, capacity.sellable() - taken - withheld);
  }

  /** {@return the units sold above sellable since an operator lost capacity} */
  public int overhang() {
    return Math.max(0, taken - capacity.sellable());
  }
}
