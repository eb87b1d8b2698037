package io.travelsuite.jdbc;

import io.travelsuite.inventory.LegRange;
import io.travelsuite.seat.Seat;
import io.travelsuite.seat.SeatMap;
import io.travelsuite.seat.SeatWish;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/** A concert sold to the last seat: orders of one to four, one after the other. */
final class SeatSale {

  private static final LegRange WHOLE = new LegRange(0, 1);
  private static final int SECTIONS = 27;
  private static final int ROWS = 10;
  private static final int SEATS_A_ROW = 20;

  private final SeatMap map = hall();
  private final Map<String, Seat> seats =
      map.seats().stream().collect(Collectors.toMap(Seat::label, seat -> seat));
  private final SeatBoard board = SeatBoard.of(SeatGeometry.of(map), 1);
  private final Random random;
  private final int percentGivenBack;
  private final Set<String> sold = new HashSet<>();
  private final List<List<String>> parties = new ArrayList<>();
  private int choices;

  /** Who picks the seats. */
  interface Picker {
    SeatChoice pick(SeatBoard board, int party);
  }

  /**
   * A sale.
   *
   * @param percentGivenBack after so many of a hundred orders some party gives its seats back
   */
  SeatSale(long seed, int percentGivenBack) {
    random = new Random(seed);
    this.percentGivenBack = percentGivenBack;
  }

  static SeatChoice best(SeatBoard board, int party) {
    return BestAvailable.choose(board, SeatWish.bestAvailable(), party, WHOLE);
  }

  static SeatMap hall() {
    List<Seat> seats = new ArrayList<>();
    for (int section = 1; section <= SECTIONS; section++) {
      for (int row = 1; row <= ROWS; row++) {
        for (int place = 1; place <= SEATS_A_ROW; place++) {
          String label = section + "-" + row + "-" + place;
          seats.add(Seat.of(label, "Row " + row, place).zone("Section " + section));
        }
      }
    }
    return new SeatMap(seats);
  }

  /** Sells until nothing is left; throws where a seat is sold twice or somebody refused. */
  void sellOut(Picker picker) {
    while (sold.size() < map.seats().size()) {
      int party = party();
      int left = map.seats().size() - sold.size();
      SeatChoice choice = picker.pick(board, party);
      choices++;
      if (choice instanceof SeatPlan plan) {
        seat(plan.labels());
        giveBack();
      } else if (party <= left) {
        throw new AssertionError("a party of " + party + " refused with " + left + " seats left");
      }
    }
  }

  int seatsSold() {
    return sold.size();
  }

  int choices() {
    return choices;
  }

  /** How many of the parties of two to four that have seats in the end sit side by side. */
  double percentTogether() {
    long more = parties.stream().filter(labels -> labels.size() > 1).count();
    long together =
        parties.stream().filter(labels -> labels.size() > 1 && areTogether(labels)).count();
    return 100.0 * together / more;
  }

  /** 30 % come alone, 44 % as two, 11 % as three and 15 % as four. */
  private int party() {
    int percent = random.nextInt(100);
    return percent < 30 ? 1 : percent < 74 ? 2 : percent < 85 ? 3 : 4;
  }

  private void seat(List<String> labels) {
    for (String label : labels) {
      if (!sold.add(label)) {
        throw new AssertionError(label + " is sold twice");
      }
      board.take(label, WHOLE);
    }
    parties.add(labels);
  }

  private void giveBack() {
    if (random.nextInt(100) < percentGivenBack) {
      for (String label : parties.remove(random.nextInt(parties.size()))) {
        sold.remove(label);
        board.give(label, WHOLE);
      }
    }
  }

  private boolean areTogether(List<String> labels) {
    for (int i = 1; i < labels.size(); i++) {
      if (!seats.get(labels.get(i)).isNeighbourOf(seats.get(labels.get(i - 1)))) {
        return false;
      }
    }
    return true;
  }
}
