package io.travelsuite.jdbc.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.travelsuite.InvalidRequestException;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.jdbc.JdbcTravel;
import io.travelsuite.jdbc.JdbcWebhookInbox;
import io.travelsuite.jdbc.Rows;
import io.travelsuite.jdbc.crash.Pools;
import io.travelsuite.payments.inbox.FetchingHandler;
import io.travelsuite.payments.inbox.Handling;
import io.travelsuite.payments.inbox.Receipt;
import io.travelsuite.payments.inbox.WebhookHandler;
import io.travelsuite.payments.inbox.WebhookInbox;
import io.travelsuite.payments.webhook.Verified;
import io.travelsuite.webhook.VerifiedWebhook;
import io.travelsuite.webhook.WebhookTrust;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WebhookInboxTest extends InboxSuite {

  private static final String INSERT_WITHOUT_A_LOOK =
      """
      INSERT INTO travel_webhook_event
        (id, event_hash, provider, account, mode, event_id, event_type, trust, body, received_at,
         state, due_at, claim, claimed, tries, note)
      VALUES (?, UNHEX(?), 'stripe', 'main', 'TEST', 'evt_1', '', 'CONTENT', '', '2027-01-01',
        'WAITING', '2027-01-01', 0, 0, 0, '')
      ON DUPLICATE KEY UPDATE id = id
      """;

  @Test
  void an_event_is_stored_answered_200_and_handled_once() {
    assertThat(inbox.receive(verifier, Deliveries.of("evt_1"))).isEqualTo(NEW);
    assertThat(NEW.httpStatus()).isEqualTo(200);

    assertThat(process(Effects::write)).isEqualTo(report(1, 0, 0, 0));
    assertThat(process(Effects::write)).isEqualTo(report(0, 0, 0, 0));
    later();
    assertThat(process(Effects::write)).isEqualTo(report(0, 0, 0, 0));
    assertThat(effects.all()).containsExactly("evt_1");
  }

  @Test
  void a_handler_is_given_the_event_as_it_was_verified() {
    List<VerifiedWebhook> seen = new ArrayList<>();
    var request = Deliveries.signed(Deliveries.body("evt_é", true, ",\"n\":\"ø🚌\""), Map.of());
    inbox.receive(verifier, request);

    process(
        (webhook, connection) -> {
          seen.add(webhook);
          return new Handling.Handled();
        });

    var verified = (Verified) verifier.verify(request);
    assertThat(seen).isEqualTo(verified.webhooks());
  }

  @Test
  void a_duplicate_is_answered_200_before_and_after_it_was_handled_and_has_no_effect() {
    inbox.receive(verifier, Deliveries.of("evt_1"));
    assertThat(inbox.receive(verifier, Deliveries.of("evt_1"))).isEqualTo(KNOWN);
    process(Effects::write);
    assertThat(inbox.receive(verifier, Deliveries.of("evt_1"))).isEqualTo(KNOWN);
    process(Effects::write);

    assertThat(KNOWN.httpStatus()).isEqualTo(200);
    assertThat(effects.all()).containsExactly("evt_1");
  }

  @Test
  void a_duplicate_does_not_wait_for_the_handler_of_its_event() {
    inbox.receive(verifier, Deliveries.of("evt_1"));
    List<Receipt> meanwhile = new ArrayList<>();

    process(
        (webhook, connection) -> {
          meanwhile.add(inbox.receive(verifier, Deliveries.of("evt_1")));
          meanwhile.add(inbox.receive(verifier, Deliveries.of("evt_2")));
          return new Handling.Parked("later");
        });

    assertThat(meanwhile).startsWith(KNOWN, NEW);
  }

  @Test
  void control_an_insert_without_a_look_before_it_waits_for_the_handler() {
    inbox.receive(verifier, Deliveries.of("evt_1"));
    List<Integer> errors = new ArrayList<>();

    process(
        (webhook, connection) -> {
          try (Connection other = fixture.connect()) {
            Rows.update(other, "SET SESSION innodb_lock_wait_timeout = 1");
            Rows.update(other, INSERT_WITHOUT_A_LOOK, UUID.randomUUID(), hash());
          } catch (SQLException e) {
            errors.add(e.getErrorCode());
          }
          return new Handling.Handled();
        });

    assertThat(errors).as("lock wait timeout").containsExactly(1205);
  }

  private static String hash() {
    return fixture.rows().texts("SELECT HEX(event_hash) FROM travel_webhook_event").get(0);
  }

  @Test
  void the_same_id_of_another_account_or_mode_is_another_event() {
    var live = Deliveries.signed(Deliveries.body("evt_1", true, ""), Map.of());
    assertThat(inbox.receive(verifier, Deliveries.of("evt_1"))).isEqualTo(NEW);
    assertThat(inbox.receive(verifier, live)).isEqualTo(NEW);
    assertThat(inbox.receive(Deliveries.verifier("other"), live)).isEqualTo(NEW);
    assertThat(inbox.receive(verifier, Deliveries.of("evt_1 "))).isEqualTo(NEW);

    assertThat(process(Effects::write).handled()).isEqualTo(4);
  }

  @Test
  void the_library_joins_a_handlers_transaction() {
    OccurrenceId departure = fixture.open(10);
    inbox.receive(verifier, Deliveries.of("evt_1"));
    WebhookHandler booking =
        (webhook, connection) -> {
          travel.joining(connection).bookings().hold(HoldRequest.of(departure, 2)).orElseThrow();
          return effects.all().isEmpty() ? new Handling.Parked("early") : new Handling.Handled();
        };

    process(booking);
    assertThat(fixture.taken(departure)).isZero();
    fixture.rows().update("INSERT INTO effect (event) VALUES ('row')");
    later();
    process(booking);

    assertThat(fixture.taken(departure)).isEqualTo(2);
  }

  @Test
  void a_handler_cannot_end_its_transaction() {
    List<Ending> ends =
        List.of(
            Connection::commit,
            Connection::rollback,
            Connection::close,
            connection -> connection.setAutoCommit(true));
    for (Ending end : ends) {
      inbox.receive(verifier, Deliveries.of("evt_" + ends.indexOf(end)));
      assertThat(
              process(
                  (webhook, connection) -> {
                    Effects.write(webhook, connection);
                    end.on(connection);
                    return new Handling.Handled();
                  }))
          .isEqualTo(report(0, 0, 1, 0));
    }
    assertThat(effects.all()).isEmpty();
  }

  private interface Ending {
    void on(Connection connection) throws SQLException;
  }

  @Test
  void what_is_not_signed_is_stored_with_its_trust_and_read_back_with_no_connection_held() {
    try (HikariDataSource one = Pools.open(fixture.schema().jdbcUrl(), 1, Duration.ofSeconds(2))) {
      WebhookInbox narrow = JdbcWebhookInbox.of(JdbcTravel.builder(one).clock(clock).build());
      assertThat(narrow.receive(Deliveries.unsigned(), Deliveries.hint("tr_1"))).isEqualTo(NEW);

      assertThat(narrow.process(10, new ReadingBack(one))).isEqualTo(report(1, 0, 0, 0));
    }
    assertThat(effects.all()).containsExactly("tr_1 is paid");
  }

  /** Needs the only connection that there is. */
  private record ReadingBack(HikariDataSource only) implements FetchingHandler<String> {

    @Override
    public String fetch(VerifiedWebhook webhook) throws SQLException {
      assertThat(webhook.trust()).isEqualTo(WebhookTrust.HINT);
      assertThat(webhook.mode()).isNull();
      try (Connection connection = only.getConnection()) {
        return webhook.objectId() + (connection.isValid(1) ? " is paid" : "");
      }
    }

    @Override
    public Handling handle(VerifiedWebhook webhook, String fetched, Connection connection)
        throws SQLException {
      Rows.update(connection, "INSERT INTO effect (event) VALUES (?)", fetched);
      return new Handling.Handled();
    }
  }

  @Test
  void ranges_are_checked() {
    assertThatThrownBy(() -> inbox.process(0, Effects::write))
        .isInstanceOf(InvalidRequestException.class);
    assertThatThrownBy(() -> inbox.dead(301)).isInstanceOf(InvalidRequestException.class);
    assertThatThrownBy(() -> inbox.purge(0)).isInstanceOf(InvalidRequestException.class);
    assertThatThrownBy(() -> SETTINGS.lease(Duration.ZERO))
        .isInstanceOf(InvalidRequestException.class);
  }
}
