package io.travelsuite.jdbc;

/**
 * The party cannot be seated as it wishes.
 *
 * @param free the largest party that could be: where it must sit together, the most seats side by
 *     side that are free on all legs, else the fewest that are free on one of the legs; seats kept
 *     for those who ask for them are counted, since they are given away in the end
 */
record TooFewSeats(int free) implements SeatChoice {}
