package io.travelsuite.examples.server;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.fasterxml.jackson.databind.JsonNode;
import com.zaxxer.hikari.HikariDataSource;
import io.travelsuite.examples.database.TestDatabase;
import io.travelsuite.examples.database.TestSchema;
import io.travelsuite.jdbc.JdbcTravel;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/**
 * The database is killed under the server in the middle of bookings, more than there are places.
 * The long form: {@code -Dtravel.database.kills=10 -Dtravel.database.slots=40}, a thousand of them.
 */
class DatabaseEndTest {

  private static final int KILLS = Integer.getInteger("travel.database.kills", 1);
  private static final int SLOTS = Integer.getInteger("travel.database.slots", 10);
  private static final int WISHES = 25 * SLOTS;
  private static final int PLACES = 20 * SLOTS;

  private final TestDatabase database = TestDatabase.killable();
  private final TestClock clock = new TestClock();
  private TestSchema schema;
  private RunningServer server;
  private OctoClient client;
  private String first;
  private Resellers resellers;

  /** The pool tells of every broken connection at length. */
  private static final Logger POOL = (Logger) LoggerFactory.getLogger("com.zaxxer.hikari");

  @BeforeEach
  void open() {
    POOL.setLevel(Level.ERROR);
    schema = database.newSchema();
    server = RunningServer.start(new Settings(schema.jdbcUrl(), 0, "1000000/m", clock));
    client = new OctoClient(server.address(), server.issueToken("demo-reseller").text());
    first = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(20).toString();
    resellers = new Resellers(client, slots());
  }

  @AfterEach
  void close() {
    server.close();
    schema.close();
    POOL.setLevel(null);
  }

  private List<String> slots() {
    List<String> found = new ArrayList<>();
    client.slots("walking-tour", "DEFAULT", first).forEach(s -> found.add(s.path("id").asText()));
    return found.stream().sorted(Comparator.naturalOrder()).limit(SLOTS).toList();
  }

  private int vacancies() {
    Set<String> wanted = new HashSet<>(resellers.slots());
    int left = 0;
    for (JsonNode slot : client.slots("walking-tour", "DEFAULT", first)) {
      left += wanted.contains(slot.path("id").asText()) ? slot.path("vacancies").asInt() : 0;
    }
    return left;
  }

  private void crash() {
    database.kill();
    database.restart();
  }

  @Test
  void a_killed_database_loses_nothing_acknowledged_and_sells_nothing_twice() throws Exception {
    resellers.want(WISHES, KILLS, this::crash);

    System.out.println("database killed " + KILLS + " times under the server: " + resellers);
    assertThat(resellers.acknowledged()).hasSize(PLACES);
    assertThat(resellers.refused()).isEqualTo(WISHES - PLACES);
    assertThat(missing()).isEmpty();
    assertThat(vacancies()).isZero();
    assertNothingIsSoldTwice();
    clock.forward(Duration.ofMinutes(25));
    assertThat(counted("ON_HOLD")).as("holds last for 30 minutes").isEqualTo(resellers.held());
    clock.forward(Duration.ofMinutes(6));
    assertThat(counted("EXPIRED")).isEqualTo(resellers.held());
    assertThat(vacancies()).isEqualTo(resellers.held());
    assertNothingIsSoldTwice();
  }

  @Test
  void control_the_look_finds_what_is_missing_and_what_is_sold_twice() throws Exception {
    resellers.want(20, 0, () -> {});
    String lost = resellers.acknowledged().keySet().iterator().next();
    update("UPDATE octo_reservation SET uuid = UUID() WHERE uuid = '" + lost + "'");
    update("UPDATE travel_counter SET taken = 0 WHERE taken > 0");

    assertThat(missing()).containsExactly(lost);
    assertThat(drifts()).isPositive();
  }

  /** What was acknowledged and is not there, or not as it was told. */
  private List<String> missing() {
    return resellers.acknowledged().entrySet().stream()
        .filter(told -> !status(told.getKey()).equals(told.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private String status(String uuid) {
    return client.get("/bookings/" + uuid).body().path("status").asText();
  }

  private long counted(String status) {
    return resellers.acknowledged().keySet().stream()
        .filter(uuid -> status(uuid).equals(status))
        .count();
  }

  private void assertNothingIsSoldTwice() {
    assertThat(drifts()).isZero();
  }

  private int drifts() {
    try (HikariDataSource pool = schema.dataSource(2)) {
      return JdbcTravel.builder(pool).build().integrity().verify().size();
    }
  }

  private void update(String sql) throws SQLException {
    try (HikariDataSource pool = schema.dataSource(1);
        Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }
}
