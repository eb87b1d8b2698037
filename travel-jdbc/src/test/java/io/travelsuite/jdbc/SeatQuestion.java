package io.travelsuite.jdbc;

import io.travelsuite.inventory.LegRange;
import io.travelsuite.seat.Seat;
import io.travelsuite.seat.SeatMap;
import io.travelsuite.seat.SeatWish;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** A small map in some state, and who asks for seats on it. */
record SeatQuestion(
    SeatMap map,
    int legs,
    List<SeatBoard.Claim> claims,
    Set<String> blocked,
    SeatWish wish,
    int party,
    LegRange range) {

  private static final int MOST_SEATS = 11;

  SeatBoard board() {
    return SeatBoard.of(SeatGeometry.of(map), legs).taking(claims).blocking(blocked);
  }

  SeatQuestion wish(SeatWish other) {
    return new SeatQuestion(map, legs, claims, blocked, other, party, range);
  }

  SeatQuestion party(int other) {
    return new SeatQuestion(map, legs, claims, blocked, wish, other, range);
  }

  SeatQuestion range(LegRange other) {
    return new SeatQuestion(map, legs, claims, blocked, wish, party, other);
  }

  SeatQuestion map(SeatMap other) {
    return new SeatQuestion(other, legs, claims, blocked, wish, party, range);
  }

  /** The same with nothing blocked. */
  SeatQuestion unblocked() {
    return new SeatQuestion(map, legs, claims, Set.of(), wish, party, range);
  }

  /** A question that follows from a seed alone. */
  static SeatQuestion random(Random random) {
    SeatMap map = map(random);
    int legs = 1 + random.nextInt(4);
    List<SeatBoard.Claim> claims = new ArrayList<>();
    Set<String> blocked = new TreeSet<>();
    int percentTaken = random.nextInt(70);
    for (String label : map.labels()) {
      boolean wholeWay = random.nextBoolean() && random.nextInt(100) < percentTaken;
      for (int leg = 0; leg < legs; leg++) {
        if (wholeWay || random.nextInt(100) < percentTaken / 2) {
          claims.add(new SeatBoard.Claim(leg, label));
        }
      }
      if (random.nextInt(20) == 0) {
        blocked.add(label);
      }
    }
    int from = random.nextInt(legs);
    LegRange range = new LegRange(from, from + 1 + random.nextInt(legs - from));
    return new SeatQuestion(map, legs, claims, blocked, wish(random), 1 + random.nextInt(5), range);
  }

  private static SeatMap map(Random random) {
    List<Seat> seats = new ArrayList<>();
    int zones = 1 + random.nextInt(2);
    int rows = 1 + random.nextInt(3);
    int percentAisle = random.nextInt(30);
    int percentAccessible = random.nextInt(3) * 20;
    for (int i = 0, position = 0; i < MOST_SEATS; i++) {
      position += random.nextInt(100) < percentAisle ? 2 : 1;
      Seat seat = Seat.of("s" + i, "r" + i * rows / MOST_SEATS, position);
      seat = seat.zone("z" + i * zones / MOST_SEATS);
      seat = random.nextInt(100) < percentAccessible ? seat.tag(Seat.ACCESSIBLE) : seat;
      seats.add(random.nextInt(3) == 0 ? seat.tag("window") : seat);
    }
    if (random.nextInt(3) == 0) {
      Collections.shuffle(seats, random);
    }
    return new SeatMap(seats);
  }

  private static SeatWish wish(Random random) {
    SeatWish wish = SeatWish.bestAvailable();
    wish = random.nextInt(6) == 0 ? wish.zone("z" + random.nextInt(3)) : wish;
    wish = random.nextInt(8) == 0 ? wish.tag("window") : wish;
    wish = random.nextInt(8) == 0 ? wish.tag(Seat.ACCESSIBLE) : wish;
    return random.nextInt(5) == 0 ? wish.allTogether() : wish;
  }
}
