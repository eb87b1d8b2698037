package io.travelsuite.jdbc.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.travelsuite.InvalidRequestException;
import io.travelsuite.booking.BookingId;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.booking.SoldOut;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.jdbc.JdbcOutbox;
import io.travelsuite.metric.Metric;
import io.travelsuite.metric.Metrics;
import io.travelsuite.notify.outbox.Answer;
import io.travelsuite.notify.outbox.Backlog;
import io.travelsuite.notify.outbox.OutboxEvent;
import io.travelsuite.notify.outbox.OutboxRelay;
import io.travelsuite.notify.outbox.RoundReport;
import io.travelsuite.notify.outbox.Subscription;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OutboxRelayTest extends OutboxSuite {

  private final Heard heard = new Heard();

  @Test
  void each_event_reaches_each_subscription_that_wants_its_type_and_no_other() {
    Heard confirmed = new Heard();
    Heard all = new Heard();
    OutboxRelay relay =
        relay(
            Heard.subscription("bookings", heard),
            Subscription.plain("confirmed", Set.of("booking.confirmed"), confirmed),
            Subscription.plain("all", Set.of("*"), all));
    BookingId booking = booked();
    travel.inventory().open(fixture.request().pool("seats", 1)).orElseThrow();

    assertThat(relay.round()).isEqualTo(report(6, 0, 0, 0));

    assertThat(heard.types()).containsExactly("booking.held", "booking.confirmed");
    assertThat(confirmed.types()).containsExactly("booking.confirmed");
    assertThat(all.types())
        .containsExactlyInAnyOrder("booking.held", "booking.confirmed", "occurrence.opened");
    OutboxEvent event = confirmed.all().get(0);
    assertThat(event.subject()).isEqualTo(booking.value());
    assertThat(event.operator()).isEqualTo(fixture.operator().id());
    assertThat(event.version()).isEqualTo(2);
    assertThat(event.payload()).contains("\"state\":\"CONFIRMED\"");
    assertThat(event.occurredAt()).isEqualTo(clock.instant());
    assertThat(relay.round()).isEqualTo(RoundReport.NOTHING);
    assertThat(count("event")).isZero();
    assertThat(count("outbox_delivery")).isZero();
  }

  @Test
  void a_booking_of_a_hosts_own_transaction_is_found_once_that_is_committed() throws SQLException {
    OutboxRelay relay = relay(Heard.subscription("mail", heard));
    try (Connection host = fixture.connect()) {
      host.setAutoCommit(false);
      travel.joining(host).bookings().hold(HoldRequest.of(departure, 1)).orElseThrow();
      assertThat(relay.round().claimed()).isZero();
      host.commit();
    }
    relay.round();

    assertThat(heard.types()).containsExactly("booking.held");
  }

  @Test
  void whoever_collects_notes_for_the_subscriptions_of_all_processes() {
    OutboxRelay old = relay(Heard.subscription("mail", heard));
    Heard news = new Heard();
    held();
    OutboxRelay next = relay(Heard.subscription("mail", heard), Heard.subscription("sms", news));
    held();

    old.collect();

    assertThat(next.handle("sms")).isEqualTo(report(2, 0, 0, 0));
    assertThat(old.handle("mail")).isEqualTo(report(2, 0, 0, 0));
    assertThatThrownBy(() -> old.handle("sms")).isInstanceOf(InvalidRequestException.class);
  }

  @Test
  void an_event_is_purged_after_its_retention_and_not_while_somebody_waits_for_it() {
    OutboxRelay relay =
        relay(
            Heard.subscription("mail", heard),
            Subscription.plain("sms", Set.of("booking.held"), event -> Answer.later("down")));
    booked();
    relay.round();
    assertThat(relay.purge(300)).isZero();

    clock.advance(SETTINGS.retention());
    assertThat(relay.purge(300)).as("the confirmation").isEqualTo(1);
    assertThat(count("outbox_stream")).isZero();
    relay.handle("sms");
    later();
    relay.handle("sms");
    assertThat(relay.dead(10)).hasSize(1);

    clock.advance(Duration.ofHours(1));
    assertThat(relay.purge(300)).isEqualTo(1);
    assertThat(count("outbox_event")).isZero();
    assertThat(relay.dead(10).get(0).event().payload()).contains("HELD");
  }

  @Test
  void without_subscriptions_what_nobody_wants_is_collected_without_its_payload_and_purged() {
    OutboxRelay relay = relay();
    booked();

    assertThat(relay.round()).isEqualTo(RoundReport.NOTHING);
    assertThat(relay.due()).isEmpty();
    assertThat(count("event")).isZero();
    assertThat(count("outbox_event WHERE payload IS NULL")).isEqualTo(2);
    clock.advance(SETTINGS.retention());
    assertThat(relay.purge(1)).isEqualTo(1);
    assertThat(relay.purge(300)).isEqualTo(1);
    assertThat(relay.purge(300)).isZero();
  }

  @Test
  void a_booking_that_goes_on_after_all_of_it_was_purged_is_collected_at_once() {
    OutboxRelay relay = relay(Heard.subscription("mail", heard));
    BookingId booking = booked();
    relay.round();
    clock.advance(SETTINGS.retention());
    assertThat(relay.purge(300)).isEqualTo(2);

    travel.bookings().cancel(booking).orElseThrow();
    relay.round();

    assertThat(heard.versions(booking.value())).containsExactly(1, 2, 3);
  }

  @Test
  void a_subscription_that_is_forgotten_has_nothing_left_and_gets_nothing_more() {
    OutboxRelay relay =
        relay(
            Heard.subscription("mail", heard),
            Subscription.plain("sms", Set.of("*"), event -> Answer.giveUp("no such number")));
    booked();
    relay.round();
    booked();
    relay.collect();

    assertThat(relay.forget("sms")).isEqualTo(4);
    booked();
    relay.collect();

    assertThat(relay.dead(10)).isEmpty();
    assertThat(relay.handle("sms")).isEqualTo(RoundReport.NOTHING);
    assertThat(relay.handle("mail")).isEqualTo(report(4, 0, 0, 0));
  }

  @Test
  void the_backlog_tells_what_waits_what_fails_what_is_dead_and_since_when() {
    Map<Metric, Double> gauges = new ConcurrentHashMap<>();
    OutboxRelay relay =
        JdbcOutbox.of(
            travel,
            List.of(Heard.subscription("mail", event -> answer(event.version()))),
            SETTINGS,
            new Gauges(gauges));
    held();
    booked();
    relay.round();
    clock.advance(Duration.ofMillis(400));
    held();

    assertThat(relay.backlog())
        .containsExactly(
            new Backlog(Backlog.UNCOLLECTED, 1, 0, 0, Duration.ZERO),
            new Backlog("mail", 3, 2, 0, Duration.ofMillis(400)));
    assertThat(gauges)
        .containsEntry(Metric.of("travel.outbox.failing", "subscription", "mail"), 2.0)
        .containsEntry(Metric.of("travel.outbox.oldest-seconds", "subscription", "mail"), 0.4);
  }

  private static Answer answer(int version) {
    return version == 1 ? Answer.later("down") : Answer.giveUp("never");
  }

  private record Gauges(Map<Metric, Double> gauges) implements Metrics {
    @Override
    public void count(Metric metric, long more) {}

    @Override
    public void time(Metric metric, Duration took) {}

    @Override
    public void gauge(Metric metric, double value) {
      gauges.put(metric, value);
    }
  }

  @Test
  void a_listener_hears_of_commits_that_wrote_events_until_it_is_closed() {
    OutboxRelay relay = relay();
    AtomicInteger commits = new AtomicInteger();
    OccurrenceId full = fixture.open(1);
    travel.bookings().hold(HoldRequest.of(full, 1)).orElseThrow();
    OutboxRelay.Listening listening = relay.listen(commits::incrementAndGet);

    BookingId booking = held();
    assertThat(commits).hasValue(1);
    travel.bookings().find(booking);
    assertThat(travel.bookings().hold(HoldRequest.of(full, 1))).isInstanceOf(SoldOut.class);
    relay.collect();
    assertThat(commits).hasValue(1);
    listening.close();
    listening.close();
    held();
    assertThat(commits).hasValue(1);
  }

  @Test
  void a_name_is_of_one_subscription() {
    assertThatThrownBy(
            () -> relay(Heard.subscription("mail", heard), Heard.subscription("mail", heard)))
        .isInstanceOf(InvalidRequestException.class);
  }
}
