package io.travelsuite.examples.gtfs;

import java.util.List;
import java.util.stream.Stream;

/**
 * What became of parties.
 *
 * @param sold parties that got what they wanted, those that cancelled later included
 * @param soldOut parties that were refused for want of seats or of room for a bike
 * @param notSold parties that asked for a stop where one may not get on or off, and were refused
 * @param cancelled bookings that were cancelled, whole or one person of them
 * @param seatLegs seats sold, counted on each leg, less those given back
 * @param problems what should not be
 */
record Sales(
    int sold, int soldOut, int notSold, int cancelled, long seatLegs, List<String> problems) {

  static final Sales NONE = new Sales(0, 0, 0, 0, 0, List.of());

  Sales {
    problems = List.copyOf(problems);
  }

  static Sales ofSold(long seatLegs) {
    return new Sales(1, 0, 0, 0, seatLegs, List.of());
  }

  static Sales ofSoldOut() {
    return new Sales(0, 1, 0, 0, 0, List.of());
  }

  static Sales ofNotSold() {
    return new Sales(0, 0, 1, 0, 0, List.of());
  }

  static Sales ofCancelled(long seatLegs) {
    return new Sales(0, 0, 0, 1, -seatLegs, List.of());
  }

  static Sales ofProblem(String problem) {
    return new Sales(0, 0, 0, 0, 0, List.of(problem));
  }

  Sales plus(Sales other) {
    return new Sales(
        sold + other.sold,
        soldOut + other.soldOut,
        notSold + other.notSold,
        cancelled + other.cancelled,
        seatLegs + other.seatLegs,
        Stream.concat(problems.stream(), other.problems.stream()).toList());
  }

  /** All parties. */
  int parties() {
    return sold + soldOut + notSold;
  }
}
