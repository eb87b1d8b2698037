package io.travelsuite.examples.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.travelsuite.Mode;
import io.travelsuite.booking.Booking;
import io.travelsuite.booking.UnitSelection;
import io.travelsuite.examples.server.MailBoxes.Mail;
import io.travelsuite.examples.server.person.People;
import io.travelsuite.examples.server.shop.Checkout;
import io.travelsuite.examples.server.shop.Papers;
import io.travelsuite.examples.server.shop.TicketKeys;
import io.travelsuite.inventory.OperatorId;
import io.travelsuite.jdbc.JdbcAddressMarks;
import io.travelsuite.notify.address.AddressHashes;
import io.travelsuite.notify.address.MarkReason;
import io.travelsuite.notify.message.BookingMessages;
import io.travelsuite.notify.message.Prepared;
import io.travelsuite.notify.notice.NoticeKind;
import io.travelsuite.secret.Secret;
import io.travelsuite.security.erasure.Erasure;
import io.travelsuite.security.erasure.ErasureJournal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Mails to whoever books: a real mail server, a real server. */
class MailTest extends MailSuite {

  @Test
  void who_pays_gets_one_mail_with_ticket_and_calendar_however_often_it_is_confirmed() {
    JsonNode booking = paid(departure(), 2, "once@guest.example");
    String reference =
        String.valueOf(bookings().find(id(booking)).orElseThrow().paymentReference());
    bookings().confirm(id(booking), reference).orElseThrow();
    settle();

    List<Mail> mails = boxes.to("once@guest.example");
    assertThat(mails).hasSize(1);
    Mail mail = mails.get(0);
    String code = booking.path("reference").asText();
    assertThat(mail.from()).contains(MailBoxes.FROM);
    assertThat(mail.subject()).contains(code, "is confirmed", "Alfama on foot");
    assertThat(mail.text()).contains("Ana Lima", "2 adults", code).doesNotContain("http");
    assertThat(mail.files().get("tickets.pdf")).startsWith("%PDF");
    assertThat(mail.files().get("trip-0.ics").replace("\r\n ", "")) // lines are folded
        .contains("METHOD:REQUEST", "mailto:" + MailBoxes.FROM);
  }

  @Test
  void who_cancels_is_told_what_goes_back_and_the_event_leaves_the_calendar() {
    JsonNode booking = paid(departure(), 2, "gone@guest.example");
    settle();
    customer.post(ApiSuite.path(booking) + "/cancellation", "{}").done(200);
    customer.post(ApiSuite.path(booking) + "/cancellation", "{}").done(200);
    settle();

    List<Mail> mails = boxes.to("gone@guest.example");
    assertThat(mails).hasSize(2);
    assertThat(mails.get(1).subject()).contains("is cancelled");
    assertThat(mails.get(1).text()).containsPattern("We pay .*50\\.00.* back");
    assertThat(mails.get(1).files()).containsOnlyKeys("cancelled-0.ics");
    assertThat(mails.get(1).files().get("cancelled-0.ics")).contains("METHOD:CANCEL");
  }

  @Test
  void who_gives_some_places_back_gets_the_tickets_of_the_others() {
    JsonNode booking = paid(departure(), 3, "fewer@guest.example");
    settle();
    bookings().cancel(id(booking), UnitSelection.of(0, 0)).orElseThrow();
    settle();

    List<Mail> mails = boxes.to("fewer@guest.example");
    assertThat(mails).hasSize(2);
    assertThat(mails.get(1).subject()).contains("has changed");
    assertThat(mails.get(1).text()).contains("2 adults").doesNotContain("We pay");
    assertThat(mails.get(1).files()).containsKeys("tickets.pdf", "trip-0.ics");
  }

  @Test
  void the_page_says_where_the_tickets_go_and_they_go_there_in_the_language_chosen() {
    Surfer ana = new Surfer(fixture);
    PageReply trip = ana.get("/trips/" + departure());
    assertThat(trip.seen()).contains("Your tickets go there.");
    Map<String, Object> typed =
        PageSuite.who(Map.of("email", "deutsch@guest.example", "language", "de"));
    PageReply held = ana.follow(ana.submit(trip, "form#order", typed));
    PageReply booked = ana.follow(PageSuite.pay(ana, held, "good"));
    settle();

    assertThat(booked.seen()).contains("We send them to deutsch@guest.example, too.");
    assertThat(boxes.to("deutsch@guest.example"))
        .singleElement()
        .satisfies(mail -> assertThat(mail.subject()).contains("ist bestätigt"));
  }

  @Test
  void a_resellers_customer_gets_no_mail_and_the_shops_does() {
    resold("resold@guest.example");
    bookings().confirm(held("octo", "octo@guest.example").id(), "by invoice").orElseThrow();
    bookings()
        .confirm(held(Checkout.CHANNEL, "web@guest.example").id(), "by invoice")
        .orElseThrow();
    settle();

    assertThat(boxes.to("resold@guest.example")).isEmpty();
    assertThat(boxes.to("octo@guest.example")).isEmpty();
    assertThat(boxes.to("web@guest.example")).hasSize(1);
  }

  @Test
  void control_by_the_address_alone_a_resellers_customer_would_be_written_to() {
    Booking resold = held("octo", "control@guest.example");
    Papers papers =
        Papers.of(fixture.server.stock(), TicketKeys.generate(), "tours.example", MailBoxes.FROM);
    BookingMessages all =
        BookingMessages.of(bookings(), papers.notices(), papers.templates(), Mode.LIVE);

    assertThat(all.about(NoticeKind.HELD, resold.id(), resold.id().value(), BookingMessages.EMAIL))
        .isInstanceOf(Prepared.Ready.class);
  }

  @Test
  void who_was_erased_gets_none() {
    Booking held = held(Checkout.CHANNEL, "erased@guest.example");
    OperatorId operator = held.operator();
    People people =
        People.in(
            fixture.server.dataSource(),
            travel(),
            fixture.server.settings().personKeys().orElseThrow());
    Erasure erasure = people.erasure(new ErasureJournal(folder.resolve("erasures")));
    assertThat(people.find(operator, "erased@guest.example")).hasSize(1);
    people.find(operator, "erased@guest.example").forEach(erasure::erase);

    bookings().confirm(held.id(), "by invoice").orElseThrow();
    settle();

    assertThat(boxes.to("erased@guest.example")).isEmpty();
  }

  @Test
  void a_day_before_the_departure_its_guests_are_reminded_once() {
    JsonNode departure = departure(12);
    paid(departure.path("id").asText(), 1, "soon@guest.example");
    settle();
    fixture.clock.until(
        Instant.parse(departure.at("/leaves/at").asText()).minus(Duration.ofHours(23)));
    fixture.server.telling().mails().orElseThrow().remind();
    fixture.server.telling().mails().orElseThrow().remind();
    settle();

    List<Mail> mails = boxes.to("soon@guest.example");
    assertThat(mails).hasSize(2);
    assertThat(mails.get(1).subject()).startsWith("Reminder: Alfama on foot");
    assertThat(mails.get(1).files()).containsKey("tickets.pdf");
  }

  @Test
  void a_mail_server_that_is_down_holds_no_booking_back_and_gets_the_mail_later() {
    boxes.stop();
    JsonNode booking = paid(departure(), 1, "later@guest.example");
    assertThat(booking.path("state").asText()).isEqualTo("CONFIRMED");
    String tried =
        "SELECT COUNT(*) FROM travel_outbox_delivery WHERE subscription = 'email' AND tries > 0";
    await().atMost(SOON).until(() -> count(tried) > 0);

    boxes.start();
    settle();

    assertThat(boxes.to("later@guest.example")).hasSize(1);
  }

  @Test
  void an_address_that_bounced_is_not_written_to_and_somebody_is_told_without_it() {
    AddressHashes hashes = AddressHashes.of(Secret.of(ADDRESS_KEY));
    JdbcAddressMarks.of(travel())
        .mark(Mode.LIVE, hashes.hash("email", "bounced@guest.example"), MarkReason.BOUNCED);
    paid(departure(), 1, "bounced@guest.example");
    settle();

    assertThat(boxes.to("bounced@guest.example")).isEmpty();
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(watchers.came("/chat"))
                    .anyMatch(text -> text.contains("outbox.given-up (email)"))
                    .noneMatch(text -> text.contains("bounced@")));
  }
}
