package io.travelsuite.jdbc.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.travelsuite.Travel;
import io.travelsuite.booking.BookingId;
import io.travelsuite.booking.Change;
import io.travelsuite.booking.Confirmation;
import io.travelsuite.booking.Customer;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.booking.Line;
import io.travelsuite.booking.ManifestRequest;
import io.travelsuite.booking.UnitSelection;
import io.travelsuite.inventory.Capacity;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.inventory.OccurrenceRequest;
import io.travelsuite.jdbc.Fixture;
import io.travelsuite.jdbc.JdbcTravel;
import io.travelsuite.jdbc.TestClock;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every transition leaves one event and one audit record under one id, in its transaction. */
class TransitionRecordTest {

  private static final Customer CUSTOMER =
      new Customer("Ana Silva", "ana@example.org", "+351 5550100", Locale.FRANCE);

  private static Fixture fixture;
  private static TestClock clock;
  private static JdbcTravel travel;

  private OccurrenceId departure;
  private BookingId held;
  private BookingId sold;

  @BeforeAll
  static void open() {
    fixture = Fixture.create();
    clock = TestClock.create();
    travel = JdbcTravel.builder(fixture.dataSource()).clock(clock).build();
  }

  @AfterAll
  static void close() {
    fixture.close();
  }

  @BeforeEach
  void sell() {
    departure = fixture.open(10);
    held = hold(travel, departure, 2);
    sold = hold(travel, departure, 3);
    travel.bookings().confirm(sold, "paid").orElseThrow();
  }

  private static BookingId hold(Travel through, OccurrenceId departure, int units) {
    HoldRequest request = HoldRequest.of(departure, units).customer(CUSTOMER);
    return through.bookings().hold(request).orElseThrow().id();
  }

  /** What a case is done to. */
  private record Subject(OccurrenceId departure, BookingId held, BookingId sold) {}

  private interface Call {
    void run(Travel travel, Subject subject);
  }

  /** A call and the types of the events it writes. */
  private record Case(String name, Call call, List<String> events) {
    static Case of(String event, Call call) {
      return new Case(event, call, List.of(event));
    }

    static Case none(String name, Call call) {
      return new Case(name, call, List.of());
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private static final Call CONFIRM_WITH_MORE =
      (t, s) -> {
        Change more = Change.add(Line.of(s.departure, 1));
        t.bookings().confirm(s.held, Confirmation.of("p").with(more)).orElseThrow();
      };

  private static final Call CANCEL_LAST =
      (t, s) -> {
        t.bookings().redeem(s.sold, UnitSelection.of(0, 0)).orElseThrow();
        t.bookings().cancel(s.sold, UnitSelection.of(0, 1, 2)).orElseThrow();
      };

  private static final Call CLOSE_AND_REOPEN =
      (t, s) -> {
        t.inventory().close(s.departure);
        t.inventory().reopen(s.departure);
      };

  static Stream<Case> transitions() {
    return Stream.of(
        Case.of("booking.held", (t, s) -> hold(t, s.departure, 1)),
        Case.of("booking.confirmed", (t, s) -> t.bookings().confirm(s.held, "p").orElseThrow()),
        Case.of("booking.confirmed", CONFIRM_WITH_MORE),
        Case.of("booking.extended", (t, s) -> t.bookings().extend(s.held, Duration.ofHours(1))),
        Case.of("booking.changed", (t, s) -> t.bookings().change(s.sold, swap(s.departure))),
        Case.of("booking.released", (t, s) -> t.bookings().release(s.held).orElseThrow()),
        Case.of("booking.cancelled", (t, s) -> t.bookings().cancel(s.sold).orElseThrow()),
        Case.of("booking.reduced", (t, s) -> t.bookings().cancel(s.sold, UnitSelection.of(0, 1))),
        Case.of("booking.redeemed", (t, s) -> t.bookings().redeem(s.sold).orElseThrow()),
        Case.of(
            "booking.unit_redeemed", (t, s) -> t.bookings().redeem(s.sold, UnitSelection.of(0, 1))),
        new Case("last", CANCEL_LAST, List.of("booking.unit_redeemed", "booking.reduced")),
        Case.of("booking.no_show", (t, s) -> t.bookings().noShow(s.sold).orElseThrow()),
        Case.of("occurrence.opened", (t, s) -> t.inventory().open(request()).orElseThrow()),
        Case.of("occurrence.closed", (t, s) -> t.inventory().close(s.departure)),
        new Case("reopen", CLOSE_AND_REOPEN, List.of("occurrence.closed", "occurrence.reopened")),
        Case.of("occurrence.resized", (t, s) -> resize(t, s.departure)),
        Case.of("occurrence.resized", (t, s) -> shrink(t, s.departure)),
        Case.none("reopen what is open", (t, s) -> t.inventory().reopen(s.departure)),
        Case.none("confirm again", (t, s) -> t.bookings().confirm(s.sold, "again").orElseThrow()),
        Case.none("release what is sold", (t, s) -> t.bookings().release(s.sold)),
        Case.none("sold out", (t, s) -> t.bookings().hold(HoldRequest.of(s.departure, 6))),
        Case.none("shorter", (t, s) -> t.bookings().extend(s.held, Duration.ofSeconds(1))),
        Case.none("find", (t, s) -> t.bookings().find(s.held)),
        Case.none("list", (t, s) -> t.bookings().manifest(ManifestRequest.of(s.departure))));
  }

  private static Change swap(OccurrenceId departure) {
    return Change.line(0, Line.of(departure, 4));
  }

  private static OccurrenceRequest request() {
    return fixture.request().pool("p", 1);
  }

  private static void resize(Travel through, OccurrenceId departure) {
    through.inventory().resize(departure, Fixture.POOL, Capacity.of(20));
  }

  private static void shrink(Travel through, OccurrenceId departure) {
    through.inventory().shrink(departure, Fixture.POOL, Capacity.of(2));
  }

  private static List<String> eventIds() {
    return fixture.rows().texts("SELECT HEX(id) FROM travel_event ORDER BY id");
  }

  private static List<String> auditIds() {
    return fixture
        .rows()
        .texts(
            """
            SELECT HEX(id) FROM travel_audit
            WHERE action NOT IN ('operator.saved', 'product.saved') ORDER BY id
            """);
  }

  @ParameterizedTest
  @MethodSource("transitions")
  void a_transition_writes_one_event_and_one_audit_record_of_one_id(Case one) throws IOException {
    List<String> before = eventIds();

    one.call().run(travel, new Subject(departure, held, sold));

    List<String> added = eventIds().stream().filter(id -> !before.contains(id)).toList();
    assertThat(auditIds()).isEqualTo(eventIds());
    assertThat(added).hasSameSizeAs(one.events());
    for (int i = 0; i < added.size(); i++) {
      assertRecorded(added.get(i), one.events().get(i));
    }
  }

  private static void assertRecorded(String id, String type) throws IOException {
    String sql =
        """
        SELECT JSON_OBJECT('type', CAST(e.type AS CHAR), 'action', CAST(a.action AS CHAR), 'sameSubject',
          e.aggregate_id = a.subject_id AND e.type = a.action
            AND e.operator_id = a.operator_id AND e.occurred_at = a.recorded_at,
          'version', e.version, 'payload', CAST(e.payload AS CHAR), 'detail', CAST(a.detail AS CHAR))
        FROM travel_event e JOIN travel_audit a ON a.id = e.id WHERE HEX(e.id) = ?
        """;
    String text = fixture.rows().texts(sql, id).get(0);
    JsonNode row = new ObjectMapper().readTree(text);
    assertThat(row.get("type").asText()).isEqualTo(type).isEqualTo(row.get("action").asText());
    assertThat(row.get("sameSubject").asInt()).isEqualTo(1);
    JsonNode payload = new ObjectMapper().readTree(row.get("payload").asText());
    if (type.startsWith("booking.")) {
      assertThat(payload.get("version").asInt()).isEqualTo(row.get("version").asInt());
    }
    assertThat(text)
        .doesNotContainIgnoringCase("silva")
        .doesNotContain("ana@", "5550100", "example.org", "fr_FR", "fr-FR");
  }

  @ParameterizedTest
  @MethodSource("transitions")
  void it_is_written_in_the_transaction_of_the_transition(Case one) throws SQLException {
    List<String> before = eventIds();
    try (Connection host = fixture.connect()) {
      host.setAutoCommit(false);
      one.call().run(travel.joining(host), new Subject(departure, held, sold));
      host.rollback();
    }
    assertThat(eventIds()).isEqualTo(before);
    assertThat(auditIds()).isEqualTo(before);
  }

  @Test
  void each_hold_that_is_reclaimed_has_an_expiry_of_its_own() {
    BookingId first = hold(travel, departure, 2);
    BookingId second = hold(travel, departure, 1);
    clock.advance(Duration.ofMinutes(15));
    hold(travel, departure, 7);

    String expired =
        """
        SELECT COUNT(*) FROM travel_event e JOIN travel_audit a ON a.id = e.id
        WHERE e.type = 'booking.expired' AND e.version = 2 AND e.aggregate_id IN (?, ?, ?)
        """;
    Object[] ids = {held.value(), first.value(), second.value()};
    assertThat(fixture.rows().number(expired, ids)).isEqualTo(3);
    assertThat(auditIds()).isEqualTo(eventIds());
  }

  @Test
  void the_versions_of_a_bookings_events_count_up_without_a_gap() {
    travel.bookings().extend(held, Duration.ofHours(1)).orElseThrow();
    travel.bookings().change(held, Change.add(Line.of(departure, 1))).orElseThrow();
    travel.bookings().confirm(held, "p").orElseThrow();
    travel.bookings().cancel(held, UnitSelection.of(0, 0)).orElseThrow();

    String versions = "SELECT version FROM travel_event WHERE aggregate_id = ? ORDER BY id";
    assertThat(fixture.rows().texts(versions, held.value()))
        .containsExactly("1", "2", "3", "4", "5");
  }
}
