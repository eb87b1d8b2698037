package io.travelsuite.notify.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.Mode;
import io.travelsuite.booking.Booking;
import io.travelsuite.booking.BookingState;
import io.travelsuite.booking.Bookings;
import io.travelsuite.booking.Customer;
import io.travelsuite.inventory.Inventory;
import io.travelsuite.inventory.Occurrence;
import io.travelsuite.inventory.ProductId;
import io.travelsuite.inventory.Stop;
import io.travelsuite.notify.Samples;
import io.travelsuite.notify.calendar.TripCalendar;
import io.travelsuite.notify.channel.Attachment;
import io.travelsuite.notify.channel.Channel;
import io.travelsuite.notify.channel.Message;
import io.travelsuite.notify.channel.SendResult;
import io.travelsuite.notify.message.Prepared.Ready;
import io.travelsuite.notify.message.Prepared.Skipped;
import io.travelsuite.notify.notice.NoticeKind;
import io.travelsuite.notify.notice.Notices;
import io.travelsuite.notify.outbox.Answer;
import io.travelsuite.notify.outbox.OutboxEvent;
import io.travelsuite.notify.outbox.Subscription;
import io.travelsuite.notify.template.MessageTemplates;
import io.travelsuite.notify.ticket.pdf.TicketPdf;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BookingMessagesTest {

  private static final Customer GUEST =
      new Customer("Alex", "guest@example.com", "+4930123456", Locale.forLanguageTag("de-CH"));
  private static final MessageTemplates TEMPLATES = MessageTemplates.builder().build();

  /** What is stored; the ports answer one question each. */
  private Booking stored;

  private BookingMessages messages() {
    Notices notices = new Notices(port(Inventory.class), Samples.DETAILS, Locale.ENGLISH);
    return BookingMessages.of(port(Bookings.class), notices, TEMPLATES, Mode.LIVE);
  }

  private <T> T port(Class<T> type) {
    Object port =
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "find" ->
                      type == Bookings.class
                          ? Optional.ofNullable(stored)
                          : Optional.of(occurrence());
                  default -> throw new UnsupportedOperationException(method.getName());
                });
    return type.cast(port);
  }

  private Occurrence occurrence() {
    return new Occurrence(
        stored.lines().get(0).occurrence(),
        stored.operator(),
        new ProductId(new UUID(2, 2)),
        "",
        Samples.DEPARTURE.toLocalDateTime(),
        Samples.BERLIN,
        Samples.DEPARTURE.toInstant(),
        List.of(Stop.of("BER", 0), Stop.of("VIE", 360)),
        List.of("seats"));
  }

  private Booking booking(BookingState state, Customer customer, int adults) {
    return Samples.booking(state, customer, List.of(Samples.line(0, "adult", adults, List.of())));
  }

  private OutboxEvent event(String type) {
    return new OutboxEvent(
        new UUID(3, 4), stored.operator(), stored.id().value(), 1, type, "{}", Instant.EPOCH);
  }

  @ParameterizedTest
  @CsvSource({
    "booking.held, HELD, Wir halten Ihre Buchung",
    "booking.confirmed, CONFIRMED, Ihre Buchung ist bestätigt",
    "booking.changed, CONFIRMED, Ihre Buchung wurde geändert",
    "booking.reduced, CONFIRMED, Ihre Buchung wurde geändert",
    "booking.cancelled, CANCELLED, Ihre Buchung ist storniert"
  })
  void an_event_becomes_a_message_in_the_customers_language(
      String type, BookingState state, String title) {
    stored = booking(state, GUEST, 1);
    Message mail = ((Ready) messages().prepare(event(type), "email")).message();
    Message sms = ((Ready) messages().prepare(event(type), "sms")).message();

    assertThat(mail.content().text()).startsWith(title);
    assertThat(mail.to()).isEqualTo("guest@example.com");
    assertThat(mail.locale()).isEqualTo(Locale.forLanguageTag("de-CH"));
    assertThat(mail.key()).isEqualTo(event(type).key("email"));
    assertThat(sms.to()).isEqualTo("+4930123456");
    assertThat(sms.key()).isEqualTo(event(type).key("sms"));
    assertThat(sms.content().html()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "booking.held, CANCELLED, no longer held: CANCELLED",
    "booking.held, EXPIRED, no longer held: EXPIRED",
    "booking.held, CONFIRMED, no longer held: CONFIRMED",
    "booking.confirmed, CANCELLED, no longer confirmed: CANCELLED",
    "booking.changed, HELD, no longer changed: HELD",
    "booking.changed, CANCELLED, no longer changed: CANCELLED",
    "booking.extended, HELD, nothing is told of booking.extended"
  })
  void a_booking_that_moved_on_is_not_told_what_no_longer_holds(
      String type, BookingState state, String reason) {
    stored = booking(state, GUEST, 1);

    assertThat(messages().prepare(event(type), "email")).isEqualTo(new Skipped(reason));
  }

  @Test
  void who_cannot_be_reached_or_is_gone_is_skipped_with_a_reason() {
    stored = booking(BookingState.CONFIRMED, Customer.UNKNOWN, 1);
    OutboxEvent event = event("booking.confirmed");

    assertThat(messages().prepare(event, "email")).isEqualTo(new Skipped("no address for email"));
    assertThat(messages().prepare(event, "push")).isEqualTo(new Skipped("no address for push"));
    stored = null;
    assertThat(messages().prepare(event, "email")).isEqualTo(new Skipped("no such booking"));
  }

  @Test
  void a_mail_brings_its_tickets_and_its_calendar_and_a_large_one_has_its_codes_in_the_pdf() {
    TripCalendar calendar = new TripCalendar("example.com", Clock.systemUTC());
    MessageFiles files =
        MessageFiles.NONE
            .tickets(Samples.office())
            .pdf(new TicketPdf(TEMPLATES)::draw)
            .calendar(calendar::files);
    stored = booking(BookingState.CONFIRMED, GUEST, 2);
    assertThat(names(messages().files(files)))
        .containsExactly("ticket-0-0.png", "ticket-0-1.png", "tickets.pdf", "trip-0.ics");
    stored = booking(BookingState.CONFIRMED, GUEST, 11);
    assertThat(names(messages().files(files))).containsExactly("tickets.pdf", "trip-0.ics");
  }

  private List<String> names(BookingMessages messages) {
    Ready ready = (Ready) messages.prepare(event("booking.confirmed"), "email");
    return ready.message().content().attachments().stream().map(Attachment::fileName).toList();
  }

  @Test
  void what_a_channel_answers_becomes_the_handlers_answer() throws Exception {
    stored = booking(BookingState.CONFIRMED, GUEST, 1);

    assertThat(answer(new SendResult.Sent(null))).isEqualTo(Answer.done());
    assertThat(answer(new SendResult.Refused("opted-out"))).isEqualTo(Answer.giveUp("opted-out"));
    assertThat(answer(new SendResult.Failed("busy", Duration.ofSeconds(9))))
        .isEqualTo(Answer.later("busy", Duration.ofSeconds(9)));
    assertThat(answer(new SendResult.Unknown("cut"))).isEqualTo(Answer.later("cut"));
  }

  private Answer answer(SendResult result) throws Exception {
    return handle(messages(), "booking.confirmed", result, new ArrayList<>());
  }

  private Answer handle(
      BookingMessages messages, String type, SendResult result, List<String> skipped)
      throws Exception {
    Channel channel =
        new Channel() {
          @Override
          public String name() {
            return "email";
          }

          @Override
          public SendResult send(Message message) {
            return result;
          }
        };
    Subscription subscription = messages.subscription(channel, (event, why) -> skipped.add(why));
    assertThat(subscription.name()).isEqualTo("email");
    var handling = (Subscription.Handling.Plain) subscription.handling();
    return handling.handler().handle(event(type));
  }

  @Test
  void what_is_skipped_is_done_and_told() throws Exception {
    stored = booking(BookingState.CANCELLED, GUEST, 1);
    List<String> skipped = new ArrayList<>();

    assertThat(handle(messages(), "booking.held", new SendResult.Unknown("x"), skipped))
        .isEqualTo(Answer.done());
    assertThat(skipped).containsExactly("no longer held: CANCELLED");
  }

  @Test
  void a_host_chooses_kinds() {
    stored = booking(BookingState.HELD, GUEST, 1);
    BookingMessages some = messages().kinds(Set.of(NoticeKind.CONFIRMED));

    assertThat(some.prepare(event("booking.held"), "email"))
        .isEqualTo(new Skipped("nothing is told of booking.held"));
    assertThat(some.about(NoticeKind.PAYMENT_FAILED, stored.id(), new UUID(1, 2), "email"))
        .isInstanceOf(Ready.class);
  }
}
