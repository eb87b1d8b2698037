package io.travelsuite.examples.gtfs;

import io.travelsuite.inventory.Pool;
import io.travelsuite.seat.Seat;
import io.travelsuite.seat.SeatMap;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What every train has to sell here; the feed does not say: 15 rows of 2 and 2 seats, 4 bikes. */
final class Coach {

  static final String SEATS = "seats";
  static final String BIKES = "bikes";

  private static final int ROWS = 15;

  static final SeatMap MAP =
      new SeatMap(IntStream.rangeClosed(1, ROWS).boxed().flatMap(Coach::row).toList());

  private Coach() {}

  static List<Pool> pools() {
    return List.of(Pool.ofSeats(SEATS, MAP), Pool.of(BIKES, 4));
  }

  /** Position 2 is left out: it is the aisle. */
  private static Stream<Seat> row(int row) {
    return Stream.of(
        seat(row, 'A', 0).tag("window"),
        seat(row, 'B', 1).tag("aisle"),
        seat(row, 'C', 3).tag("aisle"),
        seat(row, 'D', 4).tag("window"));
  }

  private static Seat seat(int row, char letter, int position) {
    return Seat.of(row + String.valueOf(letter), String.valueOf(row), position).at(position, row);
  }
}
