package io.travelsuite.jdbc.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.booking.Line;
import io.travelsuite.examples.database.TestDatabase;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.jdbc.Fixture;
import io.travelsuite.jdbc.JdbcTravel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The database is killed while 16 threads hold and confirm, two customers after each seat.
 *
 * <p>{@code -Dtravel.seed} repeats a run, {@code -Dtravel.kills} sets how many kills it has.
 */
class DatabaseKillTest {

  private static final int KILLS = Integer.getInteger("travel.kills", 2);
  private static final int THREADS = 16;
  private static final int SEATS = 60 * KILLS;
  private static final Duration PATIENCE = Duration.ofMillis(250);

  private final TestDatabase database = TestDatabase.killable();
  private final long seed =
      Long.getLong("travel.seed", RandomGenerator.getDefault().nextInt(Integer.MAX_VALUE));
  private Fixture fixture;
  private HikariDataSource pool;

  @BeforeEach
  void open() {
    System.out.println("killing the database: seed " + seed);
    fixture = Fixture.on(database);
    pool = Pools.open(fixture.schema().jdbcUrl(), THREADS, PATIENCE);
  }

  @AfterEach
  void close() {
    pool.close();
    fixture.close();
  }

  @Test
  void a_killed_database_loses_nothing_acknowledged_and_sells_nothing_twice() {
    JdbcTravel travel = JdbcTravel.builder(pool).retryFor(PATIENCE).build();
    KillingLoad load = new KillingLoad(Checkout.through(travel.bookings()), kills());

    load.run(THREADS, requests());

    System.out.println("database killed " + KILLS + " times: " + load.failures() + " failures met");
    assertThat(load.failures()).isPositive();
    assertThat(load.acknowledged().losses(fixture.travel().bookings())).isEmpty();
    assertThat(load.acknowledged().size()).isEqualTo(SEATS);
    assertThat(load.refusals()).isEqualTo(SEATS);
    assertThat(soldSeats()).isEqualTo(SEATS);
    assertThat(Invariants.violations(fixture)).isEmpty();
  }

  @Test
  void control_a_seller_that_tells_before_it_commits_loses_what_it_acknowledged() {
    int oneKill = new Random(seed).nextInt(SEATS) + 1;
    KillingLoad load = new KillingLoad(new HastyCheckout(pool), Map.of(oneKill, this::crash));

    load.run(THREADS, requests().subList(0, SEATS));

    assertThat(load.acknowledged().losses(fixture.travel().bookings())).isNotEmpty();
  }

  /** One at a time: the server may take calls, and be killed again, before its start has ended. */
  private synchronized void crash() {
    database.kill();
    database.restart();
  }

  /** One in each stretch of so many acknowledgements, of which each seat has two. */
  private Map<Integer, Runnable> kills() {
    Random random = new Random(seed);
    int stretch = 2 * SEATS / KILLS;
    Map<Integer, Runnable> kills = new HashMap<>();
    IntStream.range(0, KILLS)
        .forEach(i -> kills.put(i * stretch + 1 + random.nextInt(stretch), this::crash));
    return kills;
  }

  /** Two for each seat, far apart, over four occurrences. */
  private List<HoldRequest> requests() {
    String[] labels = IntStream.range(0, SEATS / 4).mapToObj(i -> "S" + i).toArray(String[]::new);
    List<OccurrenceId> occurrences =
        IntStream.range(0, 4).mapToObj(i -> fixture.openWithSeats(labels)).toList();
    List<HoldRequest> requests = new ArrayList<>();
    for (int i = 0; i < 2 * SEATS; i++) {
      Line line = Line.of(occurrences.get(i % 4), 1).seats(labels[i / 4 % labels.length]);
      requests.add(HoldRequest.of(line).key("customer-" + i));
    }
    return requests;
  }

  private long soldSeats() {
    return fixture
        .rows()
        .number(
            """
            SELECT COUNT(DISTINCT l.occurrence_id, l.seats) FROM travel_line l
            JOIN travel_booking b ON b.id = l.booking_id WHERE b.state = 'CONFIRMED'
            """);
  }
}
