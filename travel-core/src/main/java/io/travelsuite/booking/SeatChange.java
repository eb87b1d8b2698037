package io.travelsuite.booking;

/**
 * A change of seats on the way.
 *
 * @param unit who changes: the unit's place in its line, from 0
 * @param leg from which leg on
 * @param seat the label of the new seat
 */
public record SeatChange(int unit, int leg, String seat) {}
