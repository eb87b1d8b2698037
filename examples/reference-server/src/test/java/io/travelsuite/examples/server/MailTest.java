package io.travelsuite.examples.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.travelsuite.Mode;
import io.travelsuite.booking.Booking;
import io.travelsuite.booking.BookingId;
import io.travelsuite.booking.Bookings;
import io.travelsuite.booking.Customer;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.booking.Line;
import io.travelsuite.booking.UnitSelection;
import io.travelsuite.examples.server.MailBoxes.Mail;
import io.travelsuite.examples.server.operation.Monitoring;
import io.travelsuite.examples.server.person.People;
import io.travelsuite.examples.server.shop.Checkout;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.inventory.OperatorId;
import io.travelsuite.jdbc.JdbcAddressMarks;
import io.travelsuite.jdbc.JdbcTravel;
import io.travelsuite.notify.address.AddressHashes;
import io.travelsuite.notify.address.MarkReason;
import io.travelsuite.notify.webhook.Egress;
import io.travelsuite.secret.Secret;
import io.travelsuite.security.erasure.Erasure;
import io.travelsuite.security.erasure.ErasureJournal;
import io.travelsuite.security.secret.EnvironmentSecrets;
import io.travelsuite.security.secret.Secrets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mails to whoever books: a real mail server, and a server that seals its customers. */
class MailTest {

  private static final Duration SOON = Duration.ofSeconds(20);
  private static final String ADDRESS_KEY = StaffDoor.chance(32);
  private static final AtomicInteger DAY = new AtomicInteger(20);

  @TempDir private static Path folder;

  private static MailBoxes boxes;
  private static Watchers watchers;
  private static ServerFixture fixture;
  private static ApiClient customer;

  @BeforeAll
  static void start() {
    boxes = MailBoxes.open();
    watchers = Watchers.start();
    Secret chat = Secret.of("http://" + watchers.authority() + "/chat");
    Monitoring.Addresses told = new Monitoring.Addresses(chat, null, null, null, null);
    fixture =
        new ServerFixture(
            "100000/m", secrets(), new Settings.Outside(Egress.DEFAULT, told, boxes.told()));
    customer = ApiSuite.client(fixture, "shop-app", ApiSuite.CUSTOMER);
  }

  private static Secrets secrets() {
    return Secrets.builder(Settings.MACHINE)
        .source(
            new EnvironmentSecrets(
                Map.of(
                    SettingsReader.PERSONAL_DATA_KEY,
                    StaffDoor.chance(32),
                    SettingsReader.ADDRESS_KEY,
                    ADDRESS_KEY)))
        .optional(SettingsReader.ALL.toArray(String[]::new))
        .build();
  }

  @AfterAll
  static void close() {
    fixture.close();
    watchers.close();
    boxes.close();
  }

  private static JdbcTravel travel() {
    return fixture.server.stock().travel();
  }

  private static Bookings bookings() {
    return travel().bookings();
  }

  private static JsonNode departure(int days) {
    String day = fixture.day(days);
    return customer
        .get("/api/departures?product=walking-tour&from=%s&to=%s".formatted(day, day))
        .done(200)
        .at("/items/0");
  }

  private static String departure() {
    return departure(DAY.getAndIncrement()).path("id").asText();
  }

  private static JsonNode paid(String departure, int adults, String email) {
    String order = ApiSuite.holding(departure, adults).replace("ana@example.com", email);
    JsonNode held = customer.post("/api/bookings", order).done(201);
    return customer
        .post(ApiSuite.path(held) + "/payments", "{\"token\":\"tok-good\"}")
        .done(201)
        .path("booking");
  }

  private static BookingId id(JsonNode booking) {
    return new BookingId(UUID.fromString(booking.path("id").asText()));
  }

  /** A hold that the shop's API has not made. */
  private static Booking held(String channel, String email) {
    OccurrenceId run = new OccurrenceId(UUID.fromString(departure()));
    return bookings()
        .hold(
            HoldRequest.of(Line.of(run, "adult", 1))
                .channel(channel)
                .customer(Customer.of("Ana Lima", email)))
        .orElseThrow();
  }

  /** Waits until everything that happened has been told, or was not to be. */
  private static void settle() {
    String waiting =
        """
        SELECT (SELECT COUNT(*) FROM travel_event)
          + (SELECT COUNT(*) FROM travel_outbox_delivery WHERE subscription = 'email')
        """;
    await().atMost(SOON).until(() -> count(waiting) == 0);
  }

  private static long count(String sql) throws SQLException {
    try (Connection connection = fixture.server.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }

  @Test
  void who_pays_gets_one_mail_with_ticket_and_calendar_however_often_it_is_confirmed() {
    JsonNode booking = paid(departure(), 2, "once@guest.example");
    String reference = String.valueOf(bookings().find(id(booking)).orElseThrow().paymentReference());
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
    assertThat(mail.files().get("trip-1.ics").replace("\r\n ", "")) // lines are folded
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
    assertThat(mails.get(1).files()).containsOnlyKeys("cancelled-1.ics");
    assertThat(mails.get(1).files().get("cancelled-1.ics")).contains("METHOD:CANCEL");
  }

  @Test
  void who_gives_some_places_back_gets_the_tickets_of_the_others() {
    JsonNode booking = paid(departure(), 3, "fewer@guest.example");
    settle();
    bookings().cancel(id(booking), UnitSelection.of(1, 0)).orElseThrow();
    settle();

    List<Mail> mails = boxes.to("fewer@guest.example");
    assertThat(mails).hasSize(2);
    assertThat(mails.get(1).subject()).contains("has changed");
    assertThat(mails.get(1).text()).contains("2 adults").doesNotContain("We pay");
    assertThat(mails.get(1).files()).containsKeys("tickets.pdf", "trip-1.ics");
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
    OctoClient reseller = fixture.reseller("acme");
    String slot =
        reseller
            .slots("walking-tour", "DEFAULT", fixture.day(DAY.getAndIncrement()))
            .at("/0/id")
            .asText();
    String uuid =
        reseller
            .post(
                "/bookings",
                OctoClient.reservation("walking-tour", "DEFAULT", slot, List.of("adult"))
                    .toString())
            .ok()
            .path("uuid")
            .asText();
    String contact =
        "{\"emailReceipt\":true,\"contact\":{\"fullName\":\"Ana Lima\","
            + "\"emailAddress\":\"resold@guest.example\"}}";
    reseller.post("/bookings/" + uuid + "/confirm", contact).ok();
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
