package io.travelsuite.examples.server;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.travelsuite.booking.Booking;
import io.travelsuite.booking.BookingId;
import io.travelsuite.booking.Bookings;
import io.travelsuite.booking.Customer;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.booking.Line;
import io.travelsuite.examples.server.operation.Monitoring;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.jdbc.JdbcTravel;
import io.travelsuite.notify.webhook.Egress;
import io.travelsuite.secret.Secret;
import io.travelsuite.security.secret.EnvironmentSecrets;
import io.travelsuite.security.secret.Secrets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** A server that seals its customers and mails them, and the mail server that takes it. */
abstract class MailSuite {

  static final Duration SOON = Duration.ofSeconds(20);
  static final String ADDRESS_KEY = StaffDoor.chance(32);
  private static final AtomicInteger DAY = new AtomicInteger(20);

  @TempDir static Path folder;

  static MailBoxes boxes;
  static Watchers watchers;
  static ServerFixture fixture;
  static ApiClient customer;

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

  static Secrets secrets() {
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

  static JdbcTravel travel() {
    return fixture.server.stock().travel();
  }

  static Bookings bookings() {
    return travel().bookings();
  }

  static JsonNode departure(int days) {
    String day = fixture.day(days);
    return customer
        .get("/api/departures?product=walking-tour&from=%s&to=%s".formatted(day, day))
        .done(200)
        .at("/items/0");
  }

  static String departure() {
    return departure(DAY.getAndIncrement()).path("id").asText();
  }

  static JsonNode paid(String departure, int adults, String email) {
    String order = ApiSuite.holding(departure, adults).replace("ana@example.com", email);
    JsonNode held = customer.post("/api/bookings", order).done(201);
    return customer
        .post(ApiSuite.path(held) + "/payments", "{\"token\":\"tok-good\"}")
        .done(201)
        .path("booking");
  }

  static BookingId id(JsonNode booking) {
    return new BookingId(UUID.fromString(booking.path("id").asText()));
  }

  /** A hold that the shop's API has not made. */
  static Booking held(String channel, String email) {
    OccurrenceId run = new OccurrenceId(UUID.fromString(departure()));
    return bookings()
        .hold(
            HoldRequest.of(Line.of(run, "adult", 1))
                .channel(channel)
                .customer(Customer.of("Ana Lima", email)))
        .orElseThrow();
  }

  /** Waits until everything that happened has been told, or was not to be. */
  static void settle() {
    String waiting =
        """
        SELECT (SELECT COUNT(*) FROM travel_event)
          + (SELECT COUNT(*) FROM travel_outbox_delivery WHERE subscription = 'email')
        """;
    await().atMost(SOON).until(() -> count(waiting) == 0);
  }

  static long count(String sql) throws SQLException {
    try (Connection connection = fixture.server.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }

  /** A booking of a reseller, whose customer has an address. */
  static void resold(String email) {
    OctoClient reseller = fixture.reseller("acme");
    String day = fixture.day(DAY.getAndIncrement());
    String slot = reseller.slots("walking-tour", "DEFAULT", day).at("/0/id").asText();
    JsonNode wanted = OctoClient.reservation("walking-tour", "DEFAULT", slot, List.of("adult"));
    String uuid = reseller.post("/bookings", wanted.toString()).ok().path("uuid").asText();
    String contact = "{\"fullName\":\"Ana Lima\",\"emailAddress\":\"%s\"}".formatted(email);
    reseller
        .post(
            "/bookings/" + uuid + "/confirm", "{\"emailReceipt\":true,\"contact\":" + contact + "}")
        .ok();
  }
}
