package io.travelsuite.examples.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.travelsuite.security.role.Permission;
import io.travelsuite.security.role.Permissions;
import io.travelsuite.security.role.SubjectId;
import io.travelsuite.security.token.TokenGrant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtendWith;

/** The native API on a server that the suites share; each test books on a departure of its own. */
@ExtendWith(SharedServer.class)
abstract class ApiSuite {

  static final Set<Permission> CUSTOMER =
      Set.of(
          Permissions.INVENTORY_READ,
          Permissions.BOOKING_READ,
          Permissions.BOOKING_HOLD,
          Permissions.BOOKING_CANCEL,
          Permissions.PAYMENT_TAKE);

  static final Set<Permission> STAFF =
      Set.of(
          Permissions.INVENTORY_READ,
          Permissions.INVENTORY_SALE,
          Permissions.INVENTORY_CAPACITY,
          Permissions.BOOKING_MANIFEST,
          Permissions.BOOKING_REDEEM,
          Permissions.PAYMENT_READ,
          Permissions.PAYMENT_REFUND);

  private static final AtomicInteger DAY = new AtomicInteger(10);

  final ServerFixture fixture = SharedServer.fixture();
  final ApiClient customer = client("shop-app", CUSTOMER);

  ApiClient client(String subject, Set<Permission> permissions) {
    return client(fixture, subject, permissions);
  }

  static ApiClient client(ServerFixture at, String subject, Set<Permission> permissions) {
    return client(at.server, subject, permissions);
  }

  static ApiClient client(RunningServer at, String subject, Set<Permission> permissions) {
    TokenGrant grant = new TokenGrant(new SubjectId(subject), null, permissions, "test");
    return new ApiClient(
        at.address(), at.tokens().issue(grant, Duration.ofDays(30)).secret().text());
  }

  /** Somebody of the staff, by a token for all that the office does. */
  ApiClient staff(String subject) {
    return client(subject, STAFF);
  }

  /** The first walking tour of a day that no other test uses: 20 places. */
  String departure() {
    return departures("walking-tour", fixture.day(DAY.getAndIncrement()))
        .get(0)
        .path("id")
        .asText();
  }

  JsonNode departures(String product, String day) {
    return customer
        .get("/api/departures?product=%s&from=%s&to=%s".formatted(product, day, day))
        .done(200)
        .path("items");
  }

  /** The local date of a departure. */
  String date(String departure) {
    return customer
        .get("/api/departures/" + departure)
        .done(200)
        .at("/leaves/local")
        .asText()
        .substring(0, 10);
  }

  static String holding(String departure, int adults) {
    return """
    {"departure":"%s","places":[{"unit":"adult","count":%d}],
     "customer":{"name":"Ana Lima","email":"ana@example.com"}}\
    """
        .formatted(departure, adults);
  }

  JsonNode held(String departure, int adults) {
    return customer.post("/api/bookings", holding(departure, adults)).done(201);
  }

  static String path(JsonNode booking) {
    return "/api/bookings/" + booking.path("id").asText();
  }

  /** A booking that is paid. */
  JsonNode paid(String departure, int adults) {
    JsonNode held = held(departure, adults);
    JsonNode payment =
        customer.post(path(held) + "/payments", "{\"token\":\"tok-good\"}").done(201);
    assertThat(payment.path("status").asText()).isEqualTo("PAID");
    return payment.path("booking");
  }

  int left(String departure) {
    return customer.get("/api/departures/" + departure).done(200).at("/left/guests").asInt();
  }

  static List<ApiReply> atOnce(List<Supplier<ApiReply>> calls) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(calls.size());
    CountDownLatch start = new CountDownLatch(1);
    try {
      List<Future<ApiReply>> waiting = new ArrayList<>();
      for (Supplier<ApiReply> call : calls) {
        waiting.add(
            threads.submit(
                () -> {
                  start.await();
                  return call.get();
                }));
      }
      start.countDown();
      List<ApiReply> replies = new ArrayList<>();
      for (Future<ApiReply> one : waiting) {
        replies.add(one.get());
      }
      return replies;
    } finally {
      threads.shutdownNow();
    }
  }
}
