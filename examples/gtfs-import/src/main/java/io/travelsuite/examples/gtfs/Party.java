package io.travelsuite.examples.gtfs;

import io.travelsuite.booking.HoldRequest;
import io.travelsuite.booking.Line;
import io.travelsuite.inventory.LegRange;
import io.travelsuite.seat.SeatWish;

/**
 * Who wants to travel.
 *
 * @param run on which departure
 * @param legs from where to where
 * @param people how many, together if they can
 * @param bike whether they have one
 * @param allowed whether one may get on and off there
 */
record Party(Run run, LegRange legs, int people, boolean bike, boolean allowed) {

  HoldRequest request() {
    Line seats = line(people).taking(Coach.SEATS, 1).seats(SeatWish.bestAvailable());
    return bike ? HoldRequest.of(seats, line(1).taking(Coach.BIKES, 1)) : HoldRequest.of(seats);
  }

  /** Between stops by their codes, or by legs on a run that visits one of them twice. */
  private Line line(int units) {
    String from = code(legs.from());
    String to = code(legs.to());
    Line line = Line.of(run.id(), units);
    return once(from) && once(to) ? line.between(from, to) : line.over(legs);
  }

  private String code(int stop) {
    return run.departure().calls().get(stop).code();
  }

  private boolean once(String code) {
    return run.departure().calls().stream().filter(call -> call.code().equals(code)).count() == 1;
  }
}
