package io.travelsuite.jdbc.group;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.booking.HoldRequest;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.jdbc.Rows;
import io.travelsuite.jdbc.crash.HastyCheckout;
import io.travelsuite.jdbc.crash.KillingLoad;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** A node crashes and comes back while customers buy through all of them. */
@EnabledIfEnvironmentVariable(named = Group.URLS, matches = "(?s).+")
@EnabledIfEnvironmentVariable(named = Group.KILL, matches = ".+")
@EnabledIfEnvironmentVariable(named = Group.RESTART, matches = ".+")
class GroupMemberKillTest {

  private static final int THREADS = 12;
  private static final int KILLED_NODE = 3;
  private static final int UNITS = 40;
  private static final int CUSTOMERS_PER_OCCURRENCE = 60;

  private final AtomicInteger customers = new AtomicInteger();
  private volatile int lastCustomer = Integer.MAX_VALUE;
  private List<OccurrenceId> occurrences;
  private Group group;

  @BeforeEach
  void open() {
    group = Group.open();
    occurrences = group.fixture().openMany(60, UNITS);
  }

  @AfterEach
  void close() {
    group.close();
  }

  @Test
  void a_killed_and_rejoined_member_loses_nothing_acknowledged_and_sells_nothing_twice()
      throws SQLException {
    FailingOver nodes =
        new FailingOver(
            List.of(
                group.travel(1, THREADS).bookings(),
                group.travel(2, THREADS).bookings(),
                group.travel(KILLED_NODE, THREADS).bookings()));
    KillingLoad load =
        new KillingLoad(
            nodes, Map.of(100, () -> group.kill(KILLED_NODE), 250, this::restartAndStopSoon));

    load.run(THREADS, this::nextCustomer);

    System.out.printf(
        "group: %d customers, %d booked, %d refused, %d failures met%n",
        customers.get(), load.acknowledged().size(), load.refusals(), load.failures());
    assertThat(load.acknowledged().losses(group.travel(KILLED_NODE, 2).bookings())).isEmpty();
    assertThat(group.number("SELECT SUM(taken) FROM travel_counter"))
        .isEqualTo(load.acknowledged().size());
    assertThat(group.violations(1)).isEmpty();
    assertThat(group.violations(KILLED_NODE)).isEmpty();
    assertThat(checksums(KILLED_NODE)).isEqualTo(checksums(1));
  }

  @Test
  void control_a_seller_that_tells_before_it_commits_loses_what_it_acknowledged() {
    KillingLoad load =
        new KillingLoad(
            new HastyCheckout(group.pool(KILLED_NODE, THREADS)),
            Map.of(
                20,
                () -> {
                  group.kill(KILLED_NODE);
                  restartAndStopSoon();
                }));

    load.run(THREADS, this::nextCustomer);

    assertThat(load.acknowledged().losses(group.travel(1, 2).bookings())).isNotEmpty();
  }

  private void restartAndStopSoon() {
    group.restart(KILLED_NODE);
    lastCustomer = customers.get() + 100;
  }

  private Optional<HoldRequest> nextCustomer() {
    int number = customers.getAndIncrement();
    int occurrence = number / CUSTOMERS_PER_OCCURRENCE;
    return number > lastCustomer || occurrence >= occurrences.size()
        ? Optional.empty()
        : Optional.of(HoldRequest.of(occurrences.get(occurrence), 1).key("customer-" + number));
  }

  /** Of every table, once the node has applied all that was committed. */
  private List<String> checksums(int node) throws SQLException {
    try (Connection connection = group.upToDate(node)) {
      List<String> tables =
          Rows.texts(
              connection,
              """
              SELECT table_name FROM information_schema.tables
              WHERE table_schema = DATABASE() ORDER BY table_name
              """);
      return tables.stream().map(table -> table + " " + checksum(connection, table)).toList();
    }
  }

  private static String checksum(Connection connection, String table) {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery("CHECKSUM TABLE " + table)) {
      row.next();
      return row.getString(2);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
