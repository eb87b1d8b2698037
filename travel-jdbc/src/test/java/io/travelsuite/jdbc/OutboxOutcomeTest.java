package io.travelsuite.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.travelsuite.booking.HoldRequest;
import io.travelsuite.jdbc.Transactions.Freshness;
import io.travelsuite.notify.outbox.OutboxRelay;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whether a transition was written is answered right while its event is collected, and after. */
class OutboxOutcomeTest {

  private static final String INSERT =
      """
      INSERT INTO travel_event
        (id, operator_id, aggregate_id, version, type, payload, occurred_at)
      VALUES (?, ?, ?, 0, 'none', '{}', UTC_TIMESTAMP(6))
      """;

  private Fixture fixture;
  private OutboxRelay relay;

  @BeforeEach
  void open() {
    fixture = Fixture.create();
    relay = JdbcOutbox.of(fixture.travel(), List.of());
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private boolean exists(UUID id) {
    return fixture
        .travel()
        .transactions()
        .write(Freshness.CLUSTER, unit -> EventTable.existsElseNeverWill(unit.handle(), id));
  }

  /** A hold's transition. */
  private UUID transition() {
    fixture.travel().bookings().hold(HoldRequest.of(fixture.open(5), 1)).orElseThrow();
    String sql = "SELECT HEX(id) FROM travel_event WHERE type = 'booking.held'";
    String hex = fixture.rows().texts(sql).get(0);
    return new UUID(
        Long.parseUnsignedLong(hex.substring(0, 16), 16),
        Long.parseUnsignedLong(hex.substring(16), 16));
  }

  private long left() {
    return fixture.rows().number("SELECT COUNT(*) FROM travel_event");
  }

  @Test
  void one_that_was_committed_is_found_before_and_after_it_is_collected() {
    UUID id = transition();
    assertThat(exists(id)).isTrue();

    relay.collect();

    assertThat(exists(id)).isTrue();
    assertThat(left()).as("the question leaves nothing").isZero();
  }

  @Test
  void one_that_was_never_committed_is_not_found_and_the_question_leaves_nothing_to_collect() {
    UUID id = new UUID(1, 2);

    assertThat(exists(id)).isFalse();
    assertThat(relay.collect()).isZero();
    assertThat(exists(id)).isFalse();
  }

  @Test
  void who_asks_while_it_is_being_collected_waits_and_finds_it() throws SQLException {
    UUID id = transition();
    try (Connection collector = fixture.connect()) {
      collector.setAutoCommit(false);
      Rows.update(
          collector,
          """
          INSERT INTO travel_outbox_event
            (id, operator_id, aggregate_id, version, type, payload, occurred_at, purge_at)
          SELECT id, operator_id, aggregate_id, version, type, payload, occurred_at, occurred_at
          FROM travel_event WHERE id = ?
          """,
          id);
      Rows.update(collector, "DELETE FROM travel_event WHERE id = ?", id);
      fixture.lockWaits().awaitNone();
      CompletableFuture<Boolean> found = CompletableFuture.supplyAsync(() -> exists(id));
      fixture.lockWaits().await(1);
      collector.commit();

      assertThat(found.join()).isTrue();
    }
  }

  @Test
  void while_somebody_asks_it_is_not_collected_and_nothing_waits() throws SQLException {
    UUID id = new UUID(1, 2);
    try (Connection asking = fixture.connect()) {
      asking.setAutoCommit(false);
      Rows.update(asking, INSERT, id, id, id);
      relay.collect();
      assertThat(fixture.rows().number("SELECT COUNT(*) FROM travel_outbox_event WHERE id = ?", id))
          .isZero();
      Rows.update(asking, "DELETE FROM travel_event WHERE id = ?", id);
      asking.commit();
    }
    assertThat(relay.collect()).isZero();
  }

  @Test
  void control_who_asks_only_where_it_was_written_takes_it_for_never_committed()
      throws SQLException {
    UUID id = transition();
    try (Connection asking = fixture.connect()) {
      asking.setAutoCommit(false);
      assertThatThrownBy(() -> Rows.update(asking, INSERT, id, id, id))
          .isInstanceOf(SQLException.class);
      asking.rollback();
      relay.collect();

      assertThat(Rows.update(asking, INSERT, id, id, id)).isEqualTo(1);
      asking.rollback();
    }
  }
}
