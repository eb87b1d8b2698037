package io.travelsuite.jdbc.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.travelsuite.InvalidRequestException;
import io.travelsuite.booking.Booking;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.booking.KeyedPage;
import io.travelsuite.booking.KeyedRequest;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.inventory.OperatorId;
import io.travelsuite.jdbc.Fixture;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bookings whose keys begin alike. */
class KeyedBookingsTest {

  private static final String MINE = "shop ana ";
  private static final int ALL = 25;

  private static Fixture fixture;

  @BeforeAll
  static void open() {
    fixture = Fixture.create();
    OccurrenceId departure = fixture.open(100);
    for (int i = 0; i < ALL; i++) {
      hold(departure, MINE + (char) ('a' + i));
    }
    hold(departure, "shop ana"); // begins otherwise
    hold(departure, "shop ana!x");
    hold(departure, "shop anab x");
    hold(departure, "Shop ana x");
    fixture.travel().bookings().hold(HoldRequest.of(departure, 1)).orElseThrow(); // has none
  }

  private static void hold(OccurrenceId departure, String key) {
    fixture.travel().bookings().hold(HoldRequest.of(departure, 1).key(key)).orElseThrow();
  }

  @AfterAll
  static void close() {
    fixture.close();
  }

  private static KeyedRequest mine() {
    return KeyedRequest.of(fixture.operator().id(), MINE);
  }

  private static List<String> keys(KeyedPage page) {
    return page.bookings().stream().map(Booking::key).toList();
  }

  @Test
  void those_are_listed_whose_keys_begin_so_each_once_by_key() {
    List<String> seen = new ArrayList<>();
    KeyedPage page = fixture.travel().bookings().keyed(mine().limit(10));
    while (page.next() != null) {
      seen.addAll(keys(page));
      page = fixture.travel().bookings().keyed(mine().limit(10).after(page.next()));
    }
    seen.addAll(keys(page));

    assertThat(seen).hasSize(ALL).isSorted().doesNotHaveDuplicates();
    assertThat(seen).allMatch(key -> key.startsWith(MINE));
  }

  @Test
  void a_page_that_holds_all_has_no_next() {
    KeyedPage all = fixture.travel().bookings().keyed(mine().limit(ALL));

    assertThat(all.bookings()).hasSize(ALL).allMatch(booking -> booking.lines().size() == 1);
    assertThat(all.next()).isNull();
    assertThat(fixture.travel().bookings().keyed(mine().limit(ALL - 1)).next()).isNotNull();
  }

  @Test
  void another_operators_are_not_listed() {
    OperatorId other = new OperatorId(UUID.randomUUID());

    assertThat(fixture.travel().bookings().keyed(KeyedRequest.of(other, MINE)).bookings())
        .isEmpty();
  }

  @Test
  void in_a_hosts_transaction_its_own_are_listed_too() throws SQLException {
    OccurrenceId departure = fixture.open(1);
    try (Connection connection = fixture.connect()) {
      connection.setAutoCommit(false);
      KeyedRequest request = KeyedRequest.of(fixture.operator().id(), "joined ");
      var joined = fixture.travel().joining(connection).bookings();
      joined.hold(HoldRequest.of(departure, 1).key("joined 1")).orElseThrow();

      assertThat(keys(joined.keyed(request))).containsExactly("joined 1");
      assertThat(fixture.travel().bookings().keyed(request).bookings()).isEmpty();
      connection.rollback();
    }
  }

  @Test
  void a_page_is_read_from_the_index_of_keys_alone() {
    String plan =
        String.join(
            " ",
            fixture
                .rows()
                .texts(
                    """
                    EXPLAIN FORMAT=JSON
                    SELECT id FROM travel_booking FORCE INDEX (travel_booking_key)
                    WHERE operator_id = ? AND booking_key >= 'shop ana ' AND booking_key < 'shop ana!'
                    ORDER BY booking_key LIMIT 11
                    """,
                    fixture.operator().id().value()));

    assertThat(plan)
        .contains("travel_booking_key")
        .containsAnyOf("\"using_index\": true", "\"covering\": true") // MariaDB's word, MySQL's
        .doesNotContain("filesort", "\"operation\": \"Sort");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\u00e9", "shop\nana"})
  void a_prefix_that_no_key_has_is_refused(String prefix) {
    assertThatThrownBy(() -> KeyedRequest.of(fixture.operator().id(), prefix))
        .isInstanceOf(InvalidRequestException.class);
    assertThatThrownBy(() -> mine().after("shop rui x"))
        .isInstanceOf(InvalidRequestException.class);
    assertThatThrownBy(() -> mine().limit(0)).isInstanceOf(InvalidRequestException.class);
  }
}
