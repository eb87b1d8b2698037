package io.travelsuite.examples.server.message;

import io.travelsuite.Mode;
import io.travelsuite.alert.AlertSink;
import io.travelsuite.booking.BookingId;
import io.travelsuite.examples.server.shop.Checkout;
import io.travelsuite.examples.server.shop.Papers;
import io.travelsuite.examples.server.shop.TicketKeys;
import io.travelsuite.examples.server.store.Stock;
import io.travelsuite.jdbc.JdbcAddressMarks;
import io.travelsuite.jdbc.JdbcReminders;
import io.travelsuite.notify.address.AddressHashes;
import io.travelsuite.notify.address.MarkedAddressGuard;
import io.travelsuite.notify.channel.Channel;
import io.travelsuite.notify.email.EmailChannel;
import io.travelsuite.notify.email.EmailSender;
import io.travelsuite.notify.email.SmtpConnections;
import io.travelsuite.notify.message.BookingMessages;
import io.travelsuite.notify.message.Prepared;
import io.travelsuite.notify.notice.NoticeKind;
import io.travelsuite.notify.outbox.Answer;
import io.travelsuite.notify.outbox.OutboxEvent;
import io.travelsuite.notify.outbox.Subscription;
import io.travelsuite.notify.reminder.ReminderRule;
import io.travelsuite.notify.reminder.ReminderSettings;
import io.travelsuite.notify.reminder.Reminders;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Mails to whoever booked in the shop: that it is confirmed, with tickets and calendar files,
 * changed or cancelled, and the day before that it departs. A hold is on the page of whoever holds
 * it, and gets none; what a reseller sold, the reseller tells. Each is an event of the outbox, so
 * that it is sent once and keeps no sale waiting. Thread-safe.
 */
public final class Mails implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Mails.class);
  private static final String REMINDED = "reminder.departure";
  private static final Set<String> TYPES =
      Set.of(
          "booking.confirmed", "booking.changed", "booking.reduced", "booking.cancelled", REMINDED);

  private static final int BATCH = 10_000;
  private static final int PURGED = 300;

  private final Stock stock;
  private final SmtpConnections connections;
  private final Channel channel;
  private final int workers;
  private final BookingMessages messages;
  private final Reminders reminders;

  /**
   * What they are made of.
   *
   * @param server where they go out
   * @param keys sign tickets
   * @param domain whose calendar events these are: {@code example.com}
   * @param hashes by which addresses are marked that must not be written to, or null for none
   * @param alerts who is told of what keeps all mails back
   */
  public record Terms(
      MailServer server,
      TicketKeys keys,
      String domain,
      @Nullable AddressHashes hashes,
      AlertSink alerts) {}

  /**
   * Mails of what is sold.
   *
   * @param stock what is sold
   * @param terms what they are made of
   */
  public Mails(Stock stock, Terms terms) {
    this.stock = stock;
    String from = terms.server().from();
    Papers papers = Papers.of(stock, terms.keys(), terms.domain(), from);
    messages =
        BookingMessages.of(
                stock.travel().bookings(), papers.notices(), papers.templates(), Mode.LIVE)
            .files(papers.files());
    connections = SmtpConnections.of(terms.server().smtp(), terms.alerts());
    workers = terms.server().smtp().limits().connections();
    EmailSender sender = new EmailSender(from, stock.catalogue().operator().name(), null);
    Channel plain = EmailChannel.of(connections, sender, stock.clock().withZone(ZoneOffset.UTC));
    channel =
        terms.hashes() == null
            ? plain
            : MarkedAddressGuard.of(plain, JdbcAddressMarks.of(stock.travel()), terms.hashes());
    reminders =
        JdbcReminders.of(
            stock.travel(),
            ReminderSettings.of(ReminderRule.beforeDeparture("day-before", Duration.ofHours(24))));
  }

  /** {@return what the outbox hands the events of bookings to} */
  public Subscription subscription() {
    return Subscription.plain(channel.name(), TYPES, this::send).workers(workers);
  }

  private Answer send(OutboxEvent event) {
    BookingId booking = new BookingId(event.subject());
    if (!isOurs(booking)) {
      return Answer.done();
    }
    Prepared prepared =
        event.type().equals(REMINDED)
            ? messages.about(NoticeKind.REMINDER, booking, event.id(), channel.name())
            : messages.prepare(event, channel.name());
    if (prepared instanceof Prepared.Ready ready) {
      return Answer.of(channel.send(ready.message()));
    }
    LOG.info("no mail for {}: {}", event, ((Prepared.Skipped) prepared).reason());
    return Answer.done();
  }

  private boolean isOurs(BookingId booking) {
    return stock
        .travel()
        .bookings()
        .find(booking)
        .filter(found -> Checkout.CHANNEL.equals(found.channel()))
        .isPresent();
  }

  /** Has those reminded whose departure is near. To be called every half minute or so. */
  public void remind() {
    while (reminders.generate(BATCH).more()) {}
    while (reminders.purge(PURGED) > 0) {}
  }

  /** Closes the connections to the mail server. */
  @Override
  public void close() {
    connections.close();
  }
}
