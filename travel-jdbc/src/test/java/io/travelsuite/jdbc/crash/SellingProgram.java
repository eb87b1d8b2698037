package io.travelsuite.jdbc.crash;

import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.jdbc.JdbcTravel;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;

/** Sells on four threads until it is killed, and prints who asks and what they are told. */
final class SellingProgram {

  /** Printed with a customer's key before they ask for anything. */
  static final String ASKS = "ASKS ";

  private static final int THREADS = 4;

  private SellingProgram() {}

  /** Arguments: the database's URL, a prefix of keys, a {@link PausePoint}, three occurrences. */
  public static void main(String[] arguments) {
    DataSource pool = Pools.open(arguments[0], THREADS, Duration.ofSeconds(10));
    PausePoint point = PausePoint.valueOf(arguments[2]);
    DataSource pausing = point.in(pool);
    JdbcTravel travel =
        (point == PausePoint.NONE
                ? JdbcTravel.builder(pausing)
                : JdbcTravel.builder(pausing)
                    .withoutCombining()) // the counter first, then the rows
            .build();
    List<OccurrenceId> occurrences =
        Arrays.stream(arguments).skip(3).map(OccurrenceId::of).toList();
    for (int thread = 0; thread < THREADS; thread++) {
      String prefix = arguments[1] + "-" + thread + "-";
      new Thread(() -> sell(travel, prefix, occurrences)).start();
    }
  }

  private static void sell(JdbcTravel travel, String prefix, List<OccurrenceId> occurrences) {
    for (int number = 0; true; number++) {
      Customer customer = new Customer(prefix + number, occurrences);
      System.out.println(ASKS + customer.key());
      customer.run(travel.bookings(), told -> System.out.println(Told.of(told).line()));
    }
  }
}
