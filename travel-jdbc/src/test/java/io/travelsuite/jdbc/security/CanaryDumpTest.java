package io.travelsuite.jdbc.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.travelsuite.InvalidRequestException;
import io.travelsuite.booking.Customer;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.jdbc.Fixture;
import io.travelsuite.jdbc.JdbcWebhookInbox;
import io.travelsuite.jdbc.inbox.Deliveries;
import io.travelsuite.payments.inbox.WebhookInbox;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Plants secrets and card numbers where they come in, and looks for them in a dump of all tables.
 */
class CanaryDumpTest {

  private static final String CARD = "4242424242424242";
  private static final String CANARY = "canary-7f3a";

  private static Fixture fixture;

  @BeforeAll
  static void open() {
    fixture = Fixture.create();
  }

  @AfterAll
  static void close() {
    fixture.close();
  }

  @Test
  void a_card_number_in_a_booking_is_in_no_table() throws SQLException {
    OccurrenceId departure = fixture.open(9);
    assertThatThrownBy(() -> Customer.of("Ann " + CARD, "ann@mail.example"))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageNotContaining(CARD);
    HoldRequest good =
        HoldRequest.of(departure, 1).key("k1").customer(Customer.of("Ann Olsen", "a@b.example"));
    fixture.travel().bookings().hold(good).orElseThrow();
    assertThat(TableDump.of(fixture)).contains("Ann Olsen").doesNotContain(CARD);
  }

  @Test
  void the_secrets_and_the_card_of_a_webhook_are_in_no_table() throws SQLException {
    WebhookInbox inbox = JdbcWebhookInbox.of(fixture.travel());
    String body = Deliveries.body("evt_dump", false, ",\"note\":\"" + CARD + "\"");
    Map<String, List<String>> headers =
        Map.of("Authorization", List.of("Bearer " + CANARY), "Cookie", List.of("a=" + CANARY));
    inbox.receive(Deliveries.verifier(), Deliveries.signed(body, headers));
    inbox.receive(Deliveries.verifier(), Deliveries.forged("evt_" + CARD));
    assertThat(TableDump.of(fixture))
        .contains("evt_dump")
        .doesNotContain(CARD, CANARY, Deliveries.SECRET);
  }
}
