package io.travelsuite.jdbc.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.travelsuite.InvalidRequestException;
import io.travelsuite.alert.Alert;
import io.travelsuite.jdbc.partner.Hooks.Call;
import io.travelsuite.notify.outbox.OutboxEvent;
import io.travelsuite.notify.webhook.DeadDelivery;
import io.travelsuite.notify.webhook.DeliveryReport;
import io.travelsuite.notify.webhook.DeliverySettings;
import io.travelsuite.notify.webhook.EndpointId;
import io.travelsuite.notify.webhook.PartnerEndpoint;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PartnerDeliveryTest extends PartnerSuite {

  private static final DeliveryReport NOTHING = new DeliveryReport(0, 0, 0, 0);

  private static DeliveryReport sent(int count) {
    return new DeliveryReport(count, 0, 0, 0);
  }

  @Test
  void an_event_goes_once_to_each_endpoint_that_wants_it() {
    register("/all", "*");
    register("/bookings", "booking.*");
    register("/runs", "occurrence.retimed");
    OutboxEvent event = event("booking.confirmed");

    assertThat(fanOut(event)).isEqualTo(2);
    assertThat(fanOut(event)).isEqualTo(2); // as after a crash of the relay
    assertThat(deliver()).isEqualTo(sent(2));
    assertThat(deliver()).isEqualTo(NOTHING);

    assertThat(hooks.calls("/all")).hasSize(1);
    assertThat(hooks.calls("/bookings")).hasSize(1);
    assertThat(hooks.calls("/runs")).isEmpty();
    assertThat(hooks.calls("/all").get(0).id()).isNotEqualTo(hooks.calls("/bookings").get(0).id());
    assertThat(hooks.calls("/all").get(0).body())
        .startsWith("{\"type\":\"booking.confirmed\",\"timestamp\":\"2027-01-15T08:30:00.123456Z\"")
        .doesNotContain("pi_1");
  }

  @Test
  void what_its_transaction_takes_back_is_not_sent() throws SQLException {
    register("/all", "*");
    try (Connection connection = fixture.dataSource().getConnection()) {
      connection.setAutoCommit(false);
      partners.fanOut(event("booking.confirmed"), connection);
      connection.rollback();
    }
    assertThat(deliver()).isEqualTo(NOTHING);
  }

  @Test
  void a_failure_is_tried_again_by_the_schedule_with_the_same_id_and_then_given_up() {
    EndpointId endpoint = register("/in", "*");
    hooks.answers("/in", 500);
    OutboxEvent event = event("booking.confirmed");
    fanOut(event);

    for (Duration pause : DeliverySettings.DEFAULT.pauses()) {
      assertThat(deliver()).isEqualTo(new DeliveryReport(0, 1, 0, 0));
      assertThat(deliver()).isEqualTo(NOTHING);
      clock.advance(pause.dividedBy(2));
      assertThat(deliver()).isEqualTo(NOTHING);
      clock.advance(pause);
    }
    assertThat(deliver()).isEqualTo(new DeliveryReport(0, 0, 1, 0));

    assertThat(hooks.calls("/in")).hasSize(10).extracting(Call::id).containsOnly(id());
    DeadDelivery dead = partners.dead(10).get(0);
    assertThat(List.of(dead.event(), dead.tries(), dead.why()))
        .isEqualTo(List.of(event.id(), 10, "http-500"));
    hooks.answers("/in", 204);
    assertThat(partners.replay(endpoint, event.id())).isTrue();
    assertThat(deliver()).isEqualTo(sent(1));
    assertThat(hooks.calls("/in")).extracting(Call::id).containsOnly(id());
  }

  private String id() {
    return hooks.calls("/in").get(0).id();
  }

  @Test
  void one_event_that_a_partner_does_not_digest_stops_no_other() {
    register("/in", "*");
    hooks.answers("/in", 422);
    fanOut(event("booking.confirmed"));
    fanOut(event("booking.confirmed"));

    assertThat(deliver()).isEqualTo(new DeliveryReport(0, 2, 0, 0));
  }

  @Test
  void a_410_disables_the_endpoint_tells_it_once_and_enabling_sends_what_waited() {
    EndpointId endpoint = register("/in", "*");
    hooks.answers("/in", 410);
    fanOut(event("booking.confirmed"));
    fanOut(event("booking.changed"));

    assertThat(deliver()).isEqualTo(new DeliveryReport(0, 0, 1, 1));
    assertThat(deliver()).isEqualTo(NOTHING);
    assertThat(endpoint(endpoint).disabled()).contains("410");
    assertThat(alerts).extracting(Alert::rule).containsExactly("partner-endpoint-disabled");
    assertThat(
            fixture
                .rows()
                .texts(
                    """
                    SELECT detail FROM travel_audit
                    WHERE action = 'endpoint.disabled' AND subject_id = ?
                    """,
                    endpoint.value()))
        .singleElement()
        .asString()
        .contains("410");
    assertThat(alerts.get(0).subject()).isEqualTo(endpoint.toString());
    assertThat(fanOut(event("booking.changed"))).isZero();

    hooks.answers("/in", 204);
    assertThat(partners.endpoints().enable(endpoint)).isTrue();
    assertThat(partners.endpoints().enable(endpoint)).isFalse();
    assertThat(deliver()).isEqualTo(sent(1));
  }

  @Test
  void an_endpoint_that_takes_nothing_for_five_days_is_disabled_with_an_alert() {
    EndpointId endpoint = register("/in", "*");
    hooks.answers("/in", 503);
    int disabled = 0;
    for (int hours = 0; hours < 5 * 24; hours++) {
      fanOut(event("booking.confirmed"));
      disabled += deliver().disabled();
      clock.advance(Duration.ofHours(1));
    }
    assertThat(disabled).isZero();
    disabled += deliver().disabled();

    assertThat(disabled).isOne();
    assertThat(endpoint(endpoint).disabled()).startsWith("failing since 2027-01-15T08:30");
    assertThat(alerts).hasSize(1);
  }

  @Test
  void one_success_in_between_begins_the_five_days_anew() {
    EndpointId endpoint = register("/in", "*");
    for (int hours = 0; hours < 8 * 24; hours++) {
      hooks.answers("/in", hours == 4 * 24 ? 204 : 503);
      fanOut(event("booking.confirmed"));
      deliver();
      clock.advance(Duration.ofHours(1));
    }
    assertThat(endpoint(endpoint).enabled()).isTrue();
    assertThat(alerts).isEmpty();
  }

  @Test
  void retry_after_leaves_the_whole_endpoint_alone_and_uses_up_no_tries() {
    register("/in", "*");
    hooks.answers("/in", 429);
    hooks.wantsToBeLeftAlone("/in", "3600");
    fanOut(event("booking.confirmed"));
    fanOut(event("booking.confirmed"));

    assertThat(deliver()).isEqualTo(new DeliveryReport(0, 1, 0, 0));
    clock.advance(Duration.ofMinutes(59));
    assertThat(deliver()).isEqualTo(NOTHING);
    clock.advance(Duration.ofMinutes(2));
    hooks.answers("/in", 204);
    assertThat(deliver()).isEqualTo(sent(2));
    assertThat(fixture.rows().number("SELECT SUM(tries) FROM travel_partner_delivery"))
        .isEqualTo(3);
  }

  @Test
  void what_was_sent_keeps_no_body_and_goes_after_its_retention() {
    register("/in", "*");
    fanOut(event("booking.confirmed"));
    deliver();

    assertThat(fixture.rows().texts("SELECT body FROM travel_partner_delivery")).containsOnly("");
    assertThat(partners.purge(300)).isZero();
    clock.advance(Duration.ofDays(31));
    assertThat(partners.purge(300)).isOne();
    assertThat(deliveries("DONE")).isZero();
  }

  @Test
  void keys_rotate_by_number_and_the_one_before_signs_for_as_long_as_said() {
    EndpointId id = register("/in", "*");

    PartnerEndpoint rotated = partners.endpoints().rotate(id, Duration.ofHours(24)).orElseThrow();

    assertThat(rotated.keys().current()).isEqualTo(2);
    assertThat(rotated.keys().previousSigns(clock.instant())).isTrue();
    assertThat(rotated.keys().previousSigns(clock.instant().plus(Duration.ofHours(24)))).isFalse();
    assertThat(partners.endpoints().rotate(id, Duration.ZERO).orElseThrow().keys().current())
        .isEqualTo(3);
  }

  @Test
  void an_endpoint_is_changed_disabled_and_removed() {
    EndpointId id = register("/in", "*");
    fanOut(event("booking.confirmed"));

    assertThat(partners.endpoints().change(id, hooks.url("/other"), Set.of("booking.*"))).isTrue();
    assertThat(deliver()).isEqualTo(sent(1));
    assertThat(hooks.calls("/other")).hasSize(1);
    assertThat(partners.endpoints().disable(id, "asked for")).isTrue();
    assertThat(partners.endpoints().of(operator()))
        .extracting(PartnerEndpoint::disabled)
        .containsExactly("asked for");
    assertThat(partners.endpoints().remove(id)).isTrue();
    assertThat(partners.endpoints().remove(id)).isFalse();
    assertThat(deliveries("DONE")).isZero();
    assertThatThrownBy(() -> register("/in#x", "*")).isInstanceOf(InvalidRequestException.class);
  }
}
