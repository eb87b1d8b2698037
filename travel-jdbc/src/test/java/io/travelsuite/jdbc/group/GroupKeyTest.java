package io.travelsuite.jdbc.group;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.booking.BookingId;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.jdbc.JdbcTravel;
import io.travelsuite.jdbc.Race;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** The same request at one moment on two nodes, as when a caller's first try seems to hang. */
@EnabledIfEnvironmentVariable(named = Group.URLS, matches = "(?s).+")
class GroupKeyTest {

  private Group group;

  @BeforeEach
  void open() {
    group = Group.open();
  }

  @AfterEach
  void close() {
    group.close();
  }

  @RepeatedTest(3)
  void the_same_key_on_two_nodes_at_one_moment_gives_one_booking() throws Exception {
    OccurrenceId occurrence = group.fixture().open(10);

    List<BookingId> booked = holdAtOneMoment(HoldRequest.of(occurrence, 1).key("checkout-1"));

    assertThat(booked.get(0)).isEqualTo(booked.get(1));
    assertThat(taken(occurrence)).isOne();
    assertThat(group.violations(3)).isEmpty();
  }

  @Test
  void the_same_key_through_two_nodes_gives_one_booking_however_often() throws Exception {
    OccurrenceId occurrence = group.fixture().open(100);
    List<JdbcTravel> nodes = List.of(group.travel(1, 4), group.travel(2, 4));
    for (int i = 0; i < 50; i++) {
      HoldRequest request = HoldRequest.of(occurrence, 1).key("checkout-" + i);

      List<BookingId> booked =
          Race.run(4, n -> nodes.get(n % 2).bookings().hold(request).orElseThrow().id());

      assertThat(booked).containsOnly(booked.get(0));
    }
    assertThat(group.violations(3)).isEmpty();
    assertThat(taken(occurrence)).isEqualTo(50);
  }

  @Test
  void control_without_a_key_two_nodes_make_two_bookings() throws Exception {
    OccurrenceId occurrence = group.fixture().open(10);

    List<BookingId> booked = holdAtOneMoment(HoldRequest.of(occurrence, 1));

    assertThat(booked.get(0)).isNotEqualTo(booked.get(1));
  }

  private long taken(OccurrenceId occurrence) throws SQLException {
    return group.number(
        "SELECT taken FROM travel_counter WHERE occurrence_id = ?", occurrence.value());
  }

  private List<BookingId> holdAtOneMoment(HoldRequest request) {
    CommitMeeting meeting = new CommitMeeting(2);
    List<JdbcTravel> nodes =
        List.of(
            JdbcTravel.builder(meeting.of(group.pool(1, 2))).build(),
            JdbcTravel.builder(meeting.of(group.pool(2, 2))).build());
    return Race.run(2, n -> nodes.get(n).bookings().hold(request).orElseThrow().id());
  }
}
