package io.travelsuite.jdbc.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.travelsuite.booking.BookingId;
import io.travelsuite.jdbc.Rows;
import io.travelsuite.notify.outbox.Answer;
import io.travelsuite.notify.outbox.JoinedHandler;
import io.travelsuite.notify.outbox.OutboxEvent;
import io.travelsuite.notify.outbox.OutboxRelay;
import io.travelsuite.notify.outbox.Subscription;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Handlers whose writes commit with the mark. */
class OutboxJoinedTest extends OutboxSuite {

  @BeforeAll
  static void make() {
    fixture
        .rows()
        .update("CREATE TABLE effect (id INT AUTO_INCREMENT PRIMARY KEY, event VARCHAR(50))");
  }

  @BeforeEach
  void clear() {
    fixture.rows().update("DELETE FROM effect");
  }

  private OutboxRelay joined(JoinedHandler handler) {
    return relay(Subscription.joined("ledger", Set.of("booking.*"), handler));
  }

  private static Answer effect(OutboxEvent event, Connection connection) throws SQLException {
    Rows.update(connection, "INSERT INTO effect (event) VALUES (?)", event.id().toString());
    return Answer.done();
  }

  private static List<String> effects() {
    return fixture.rows().texts("SELECT event FROM effect ORDER BY id");
  }

  @Test
  void what_it_writes_is_there_once_for_each_event() {
    OutboxRelay relay = joined(OutboxJoinedTest::effect);
    IntStream.range(0, 30).forEach(i -> booked());

    assertThat(relay.round().done()).isEqualTo(60);
    assertThat(relay.round().claimed()).isZero();

    assertThat(effects()).hasSize(60).doesNotHaveDuplicates();
  }

  @Test
  void what_it_wrote_is_undone_unless_it_answers_done() {
    AtomicInteger calls = new AtomicInteger();
    OutboxRelay relay =
        joined(
            (event, connection) -> {
              effect(event, connection);
              return switch (calls.incrementAndGet()) {
                case 1 -> Answer.later("too early");
                case 2 -> throw new IllegalStateException("no");
                case 3 -> Answer.giveUp("never");
                default -> Answer.done();
              };
            });
    held();
    assertThat(relay.round()).isEqualTo(report(0, 1, 0, 0));
    later();
    assertThat(relay.round()).isEqualTo(report(0, 1, 0, 0));
    later();
    assertThat(relay.round()).isEqualTo(report(0, 0, 1, 0));
    assertThat(effects()).isEmpty();
    relay.replay(relay.dead(1).get(0).id());
    assertThat(relay.round()).isEqualTo(report(1, 0, 0, 0));

    assertThat(effects()).hasSize(1);
  }

  @Test
  void one_that_fails_harms_none_of_those_it_shared_a_transaction_with() {
    BookingId[] poison = new BookingId[1];
    OutboxRelay relay =
        joined(
            (event, connection) -> {
              effect(event, connection);
              return event.subject().equals(poison[0].value()) && event.version() == 1
                  ? Answer.later("no")
                  : Answer.done();
            });
    booked();
    poison[0] = booked();
    booked();

    assertThat(relay.round()).isEqualTo(report(4, 1, 0, 1));
    assertThat(effects()).hasSize(4).doesNotHaveDuplicates();
  }

  @Test
  void a_connection_that_is_lost_undoes_both_and_it_is_tried_again_at_once() {
    AtomicInteger calls = new AtomicInteger();
    OutboxRelay relay =
        joined(
            (event, connection) -> {
              effect(event, connection);
              if (calls.incrementAndGet() == 1) {
                long id = Rows.number(connection, "SELECT CONNECTION_ID()");
                fixture.rows().update("KILL " + id);
                Rows.number(connection, "SELECT 1");
              }
              return Answer.done();
            });
    held();

    assertThat(relay.round()).isEqualTo(report(1, 0, 0, 0));
    assertThat(calls).hasValue(2);
    assertThat(effects()).hasSize(1);
  }

  @Test
  void control_who_writes_on_a_connection_of_its_own_writes_twice() {
    AtomicInteger calls = new AtomicInteger();
    OutboxRelay relay =
        joined(
            (event, connection) -> {
              try (Connection own = fixture.connect()) {
                effect(event, own);
              }
              return calls.incrementAndGet() == 1 ? Answer.later("crash") : Answer.done();
            });
    held();
    relay.round();
    later();
    relay.round();

    assertThat(effects()).hasSize(2);
  }

  @Test
  void it_cannot_end_the_transaction() {
    OutboxRelay relay =
        joined(
            (event, connection) -> {
              effect(event, connection);
              assertThatThrownBy(connection::commit).isInstanceOf(IllegalStateException.class);
              assertThatThrownBy(connection::rollback).isInstanceOf(IllegalStateException.class);
              assertThatThrownBy(connection::close).isInstanceOf(IllegalStateException.class);
              return Answer.done();
            });
    held();

    assertThat(relay.round().done()).isEqualTo(1);
    assertThat(effects()).hasSize(1);
  }

  @Test
  void it_can_use_the_library_in_the_same_transaction() {
    OutboxRelay relay =
        joined(
            (event, connection) -> {
              if (event.type().equals("booking.confirmed")) {
                travel
                    .joining(connection)
                    .bookings()
                    .cancel(new BookingId(event.subject()))
                    .orElseThrow();
              }
              return effect(event, connection);
            });
    BookingId booking = booked();
    relay.round();
    relay.round();

    assertThat(effects()).hasSize(3);
    assertThat(travel.bookings().find(booking).orElseThrow().state().name()).isEqualTo("CANCELLED");
  }
}
