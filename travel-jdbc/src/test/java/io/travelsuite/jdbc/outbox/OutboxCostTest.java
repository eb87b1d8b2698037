package io.travelsuite.jdbc.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.jdbc.Rows;
import io.travelsuite.notify.outbox.Answer;
import io.travelsuite.notify.outbox.OutboxRelay;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the relay reads does not grow with what is there, as the server counts rows. */
class OutboxCostTest extends OutboxSuite {

  private static final int DOUBLINGS = 14;

  /** Reads by key, by range, and by scans. */
  private static final String READS =
      "SELECT CAST(SUM(variable_value) AS SIGNED) FROM %s.global_status"
          + " WHERE variable_name LIKE 'Handler_read%%'";

  private OutboxRelay relay;

  @BeforeEach
  void fill() throws SQLException {
    relay = relay(Heard.subscription("mail", event -> Answer.done()));
    held();
    relay.collect();
    fixture
        .rows()
        .update(
            "UPDATE travel_outbox_delivery SET due_at = '2030-01-01',"
                + " aggregate_id = RANDOM_BYTES(16)");
    try (Connection connection = fixture.connect()) {
      for (int i = 0; i < DOUBLINGS; i++) {
        for (String sql : doublings()) {
          Rows.update(connection, sql);
        }
      }
      for (String table : List.of("delivery", "event", "stream")) {
        Rows.texts(connection, "ANALYZE TABLE travel_outbox_" + table);
      }
    }
  }

  private static List<String> doublings() {
    return List.of(
        """
        INSERT INTO travel_outbox_delivery
        SELECT subscription, RANDOM_BYTES(16), version, RANDOM_BYTES(16), collected_at, due_at,
          claim, claimed, tries, note FROM travel_outbox_delivery
        """,
        """
        INSERT INTO travel_outbox_event
        SELECT RANDOM_BYTES(16), operator_id, aggregate_id, version, type, payload, occurred_at,
          purge_at FROM travel_outbox_event
        """,
        """
        INSERT INTO travel_outbox_stream
        SELECT RANDOM_BYTES(16), version FROM travel_outbox_stream
        """);
  }

  private long reads() {
    String where = fixture.database().isMariaDb() ? "information_schema" : "performance_schema";
    return fixture.rows().number(READS.formatted(where));
  }

  private long readsOf(Runnable work) {
    long own = reads();
    own = reads() - own;
    long before = reads();
    work.run();
    return reads() - before - own;
  }

  @Test
  void a_round_of_two_events_reads_a_few_rows_beside_sixteen_thousand() {
    assertThat(count("outbox_delivery")).isEqualTo(1 << DOUBLINGS);
    booked();

    long reads = readsOf(() -> assertThat(relay.round().done()).isEqualTo(2));

    System.out.println("a round of two events reads " + reads + " rows");
    assertThat(reads).isLessThan(200);
  }

  @Test
  void whoever_looks_what_is_due_purges_or_asks_for_the_dead_reads_a_few_rows() {
    long reads =
        readsOf(
            () -> {
              assertThat(relay.due()).isEmpty();
              assertThat(relay.purge(300)).isZero();
              assertThat(relay.dead(300)).isEmpty();
              assertThat(relay.collect()).isZero();
            });

    System.out.println("to look reads " + reads + " rows");
    assertThat(reads).isLessThan(100);
  }

  @Test
  void a_batch_reads_a_few_rows_an_event() {
    for (int i = 0; i < 100; i++) {
      write(newId(), newId(), 1);
    }
    long reads = readsOf(() -> assertThat(relay.round().done()).isEqualTo(100));

    System.out.println("a round of a hundred events reads " + reads + " rows");
    assertThat(reads).isLessThan(3_000);
  }

  @Test
  void control_a_scan_would_show() {
    long reads =
        readsOf(
            () ->
                fixture
                    .rows()
                    .texts("SELECT COUNT(*) FROM travel_outbox_delivery WHERE tries = 7"));

    assertThat(reads).isGreaterThan(10_000);
  }
}
