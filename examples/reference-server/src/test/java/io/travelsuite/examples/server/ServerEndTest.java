package io.travelsuite.examples.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.zaxxer.hikari.HikariDataSource;
import io.travelsuite.examples.database.TestDatabase;
import io.travelsuite.examples.database.TestSchema;
import io.travelsuite.jdbc.JdbcTravel;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The program is ended in the middle of bookings, kindly and not: nothing acknowledged is lost. The
 * long form: {@code -Dtravel.server.kills=10}.
 */
class ServerEndTest {

  private static final int CONNECTIONS = 8;
  private static final int BOOKINGS_A_KILL = 100;

  private static TestSchema schema;

  /** What became of each uuid that was sent. */
  private final Map<String, String> acknowledged = new ConcurrentHashMap<>();

  private final Set<String> cut = ConcurrentHashMap.newKeySet();
  private List<String> slots = List.of();

  @BeforeAll
  static void open() {
    schema = TestDatabase.shared().newSchema();
  }

  @AfterAll
  static void close() {
    schema.close();
  }

  /** The end that a test has in mind for a server. */
  private interface End {
    void of(ServerProcess server) throws InterruptedException;
  }

  /** Holds and half of them confirmed, over several connections, until the end or all are done. */
  private void book(ServerProcess server, int bookings, int endAfter, End end)
      throws InterruptedException {
    AtomicInteger next = new AtomicInteger();
    CountDownLatch enough = new CountDownLatch(endAfter);
    ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
    for (int i = 0; i < CONNECTIONS; i++) {
      threads.execute(
          () -> {
            HttpClient http = HttpClient.newHttpClient();
            for (int n = next.getAndIncrement(); n < bookings; n = next.getAndIncrement()) {
              bookOne(http, server, n);
              enough.countDown();
            }
          });
    }
    assertThat(enough.await(60, TimeUnit.SECONDS)).isTrue();
    end.of(server);
    threads.shutdown();
    assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
  }

  private void bookOne(HttpClient http, ServerProcess server, int n) {
    ObjectNode body =
        OctoClient.reservation(
            "walking-tour", "DEFAULT", slots.get(n % slots.size()), List.of("adult"));
    String uuid = body.path("uuid").asText();
    if (acknowledged(http, request(server, "", body.toString()), uuid)) {
      acknowledged.put(uuid, "ON_HOLD");
      if (n % 2 == 0 && confirmed(http, server, uuid)) {
        acknowledged.put(uuid, "CONFIRMED");
      }
    }
  }

  private static final String CONTACT = "{\"contact\":{\"fullName\":\"Ana Lima\"}}";

  private boolean confirmed(HttpClient http, ServerProcess server, String uuid) {
    return acknowledged(http, request(server, "/" + uuid + "/confirm", CONTACT), uuid);
  }

  private static HttpRequest request(ServerProcess server, String path, String body) {
    return HttpRequest.newBuilder(URI.create(server.address() + "/octo/bookings" + path))
        .header("Content-Type", "application/json")
        .header("Authorization", "Bearer " + server.token())
        .timeout(Duration.ofSeconds(30))
        .method("POST", BodyPublishers.ofString(body))
        .build();
  }

  private boolean acknowledged(HttpClient http, HttpRequest request, String uuid) {
    try {
      HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(answer.body()).isIn(200, 503);
      return answer.statusCode() == 200;
    } catch (ConnectException nobodyThere) {
      return false;
    } catch (IOException noAnswer) {
      cut.add(uuid);
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void look(ServerProcess server) {
    OctoClient client = new OctoClient(server.address(), server.token());
    List<String> found = new ArrayList<>();
    String first = LocalDate.now(ZoneOffset.UTC).plusDays(20).toString();
    for (JsonNode slot : client.slots("walking-tour", "DEFAULT", first)) {
      found.add(slot.path("id").asText());
    }
    slots = found;
  }

  private static Set<String> stored() throws SQLException {
    Set<String> uuids = new TreeSet<>();
    try (HikariDataSource pool = schema.dataSource(1);
        Connection connection = pool.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT uuid FROM octo_reservation")) {
      while (rows.next()) {
        uuids.add(rows.getString(1));
      }
    }
    return uuids;
  }

  @Test
  void a_server_that_is_told_to_end_answers_all_that_it_began_and_says_0() throws Exception {
    Set<String> before = stored0();
    try (ServerProcess server = ServerProcess.start(schema)) {
      look(server);
      List<Integer> code = new ArrayList<>();
      book(server, 250, 75, ending -> code.add(ending.terminate()));
      assertThat(code).containsExactly(0);
    }
    Set<String> now = stored();
    now.removeAll(before);
    // what was held was told, and what was told is held
    assertThat(now).isEqualTo(new TreeSet<>(acknowledged.keySet())).hasSizeLessThan(250);
    assertThat(now.size()).isGreaterThanOrEqualTo(75);
  }

  /** Before the first start there is no table. */
  private static Set<String> stored0() {
    try {
      return stored();
    } catch (SQLException noTable) {
      return new TreeSet<>();
    }
  }

  @Test
  void control_a_server_that_is_killed_cuts_requests_and_still_loses_nothing_acknowledged()
      throws Exception {
    int kills = Integer.getInteger("travel.server.kills", 1);
    for (int i = 0; i < kills; i++) {
      try (ServerProcess server = ServerProcess.start(schema)) {
        look(server);
        book(server, 2 * BOOKINGS_A_KILL, BOOKINGS_A_KILL, ServerProcess::kill);
      }
    }
    assertThat(cut).as("requests without an answer").isNotEmpty();
    TestClock clock = new TestClock();
    try (RunningServer again =
        RunningServer.start(new Settings(schema.jdbcUrl(), 0, "1000000/m", clock))) {
      OctoClient client = new OctoClient(again.address(), again.issueToken("demo-reseller").text());
      acknowledged.forEach(
          (uuid, status) ->
              assertThat(status(client, uuid)).as(uuid).isIn(status, stronger(uuid, status)));
      nothingIsSoldTwice();
      clock.forward(Duration.ofMinutes(25));
      assertThat(counted(client, "ON_HOLD")).as("holds last for 30 minutes").isPositive();
      clock.forward(Duration.ofMinutes(6));
      assertThat(counted(client, "ON_HOLD")).isZero();
      assertThat(counted(client, "EXPIRED")).isPositive();
      nothingIsSoldTwice();
    }
  }

  /** A confirmation that was cut may have been carried out. */
  private String stronger(String uuid, String status) {
    return cut.contains(uuid) ? "CONFIRMED" : status;
  }

  private static String status(OctoClient client, String uuid) {
    return client.get("/bookings/" + uuid).ok().path("status").asText();
  }

  private long counted(OctoClient client, String status) {
    return acknowledged.keySet().stream()
        .filter(uuid -> status(client, uuid).equals(status))
        .count();
  }

  private static void nothingIsSoldTwice() {
    try (HikariDataSource pool = schema.dataSource(2)) {
      assertThat(JdbcTravel.builder(pool).build().integrity().verify()).isEmpty();
    }
  }
}
