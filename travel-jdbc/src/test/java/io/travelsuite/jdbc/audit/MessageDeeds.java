package io.travelsuite.jdbc.audit;

import io.travelsuite.booking.Booking;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.jdbc.Fixture;
import io.travelsuite.jdbc.JdbcOutbox;
import io.travelsuite.jdbc.JdbcPartners;
import io.travelsuite.jdbc.JdbcReminders;
import io.travelsuite.jdbc.JdbcSmsJournal;
import io.travelsuite.jdbc.JdbcTravel;
import io.travelsuite.jdbc.TestClock;
import io.travelsuite.notify.outbox.DeadEvent;
import io.travelsuite.notify.outbox.OutboxRelay;
import io.travelsuite.notify.reminder.ReminderRule;
import io.travelsuite.notify.reminder.ReminderSettings;
import io.travelsuite.notify.reminder.Reminders;
import io.travelsuite.notify.sms.SmsDeliveries;
import io.travelsuite.notify.sms.SmsJournal;
import io.travelsuite.notify.webhook.Egress;
import io.travelsuite.notify.webhook.EndpointId;
import io.travelsuite.notify.webhook.PartnerDeliveries;
import io.travelsuite.notify.webhook.PartnerSender;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What changes something of the outbox, of partners' webhooks, reminders and SMS, done once each.
 */
final class MessageDeeds {

  private static final String RETENTION = "a policy of retention";
  private static final String RECORDED =
      "hands on what was recorded when it happened; what is given up is kept to be looked at";

  private final Fixture fixture;
  private final JdbcTravel travel;
  private final Deeds deeds;

  MessageDeeds(Fixture fixture, JdbcTravel travel, Deeds deeds) {
    this.fixture = fixture;
    this.travel = travel;
    this.deeds = deeds;
  }

  void add() {
    outbox();
    partners();
    reminders();
    sms();
  }

  private void outbox() {
    OutboxRelay outbox = JdbcOutbox.of(travel, List.of());
    UUID event = UUID.randomUUID();
    Deeds.Port<OutboxRelay> port = deeds.port(OutboxRelay.class);
    port.reads("subscriptions", "settings", "due", "listen", "dead", "backlog");
    port.because(RECORDED, "collect", "handle", "round");
    port.because(RETENTION, "purge");
    port.does(
        "replay",
        () -> {
          bury(event);
          outbox.replay(new DeadEvent.Id("mails", event));
        });
    port.does("forget", () -> outbox.forget("mails"));
  }

  private void bury(UUID event) {
    fixture
        .rows()
        .update(
            """
            INSERT INTO travel_outbox_dead
              (subscription, event_id, operator_id, aggregate_id, version, type, payload,
               occurred_at, tries, note, died_at)
            VALUES ('mails', ?, ?, ?, 1, 'booking.held', '{}', '2027-01-01', 3, '', '2027-01-01')
            """,
            event,
            fixture.operator().id().value(),
            UUID.randomUUID());
  }

  private void partners() {
    PartnerSender sender =
        PartnerSender.of(
            (endpoint, number) -> Optional.empty(), TestClock.create(), Egress.DEFAULT);
    JdbcPartners partners = JdbcPartners.of(travel, sender, alert -> {});
    EndpointId endpoint =
        partners
            .endpoints()
            .register(fixture.operator().id(), "https://partner.example/dead", Set.of("booking.*"))
            .id();
    Deeds.Port<PartnerDeliveries> port = deeds.port(PartnerDeliveries.class);
    port.reads("dead", "subscription");
    port.because(RECORDED, "fanOut", "deliver"); // that it disables an endpoint is recorded
    port.because(RETENTION, "purge");
    port.does("replay", () -> replay(partners, endpoint));
  }

  private void replay(JdbcPartners partners, EndpointId endpoint) {
    UUID event = UUID.randomUUID();
    fixture
        .rows()
        .update(
            """
            INSERT INTO travel_partner_delivery
              (endpoint_id, event_id, type, body, state, due_at, tries, note)
            VALUES (?, ?, 'booking.held', '{}', 'DEAD', '2027-01-01', 8, '')
            """,
            endpoint.value(),
            event);
    partners.replay(endpoint, event);
  }

  private void reminders() {
    Reminders reminders =
        JdbcReminders.of(
            travel,
            ReminderSettings.of(ReminderRule.beforeExpiry("hold-ends", Duration.ofHours(1))));
    Deeds.Port<Reminders> port = deeds.port(Reminders.class);
    port.because(RETENTION, "purge");
    port.does(
        "generate",
        () -> {
          Booking held = travel.bookings().hold(HoldRequest.of(fixture.open(5), 1)).orElseThrow();
          fixture
              .rows()
              .update(
                  "UPDATE travel_booking SET created_at = created_at - INTERVAL 1 DAY WHERE id = ?",
                  held.id().value());
          deeds.mark();
          reminders.generate(100);
        });
  }

  private void sms() {
    String why = "how far a message of the host's has come; neither number nor text is kept";
    deeds.port(SmsJournal.class).because(why, "begin", "sent", "notSent", "unclear");
    Deeds.Port<SmsDeliveries> deliveries = deeds.port(SmsDeliveries.class);
    deliveries.because(why, "note");
    deliveries.reads("find");
    Deeds.Port<JdbcSmsJournal> both = deeds.port(JdbcSmsJournal.class);
    both.because(why, "begin", "sent", "notSent", "unclear", "note");
    both.reads("find");
    both.because(RETENTION, "purge");
  }
}
