package io.travelsuite.examples.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.security.role.Permissions;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who is let in to the native API, and how often. */
class ApiGuardTest {

  private static ServerFixture fixture;

  @BeforeAll
  static void start() {
    fixture = new ServerFixture("5/h");
    fixture.staff();
  }

  @AfterAll
  static void stop() {
    fixture.close();
  }

  @Test
  void no_route_but_the_open_ones_lets_anybody_in_without_a_good_token() {
    for (String line : fixture.server.shop().api().endpoints()) {
      String[] parts = line.split(" ", -1);
      if (parts[2].equals("-")) {
        continue;
      }
      String path = parts[1].replaceAll("\\{[a-z]+\\}", UUID.randomUUID().toString());
      String body = parts[0].equals("GET") ? null : "{}";
      for (String token : List.of("", "demo_nothing", "x")) {
        ApiReply reply = new ApiClient(fixture.server.address(), token).send(parts[0], path, body);
        reply.refused(401, "unauthorized");
        assertThat(reply.header("WWW-Authenticate")).isEqualTo("Bearer");
      }
    }
  }

  @Test
  void no_route_takes_a_token_that_is_for_something_else() {
    ApiClient other = ApiSuite.client(fixture, "other", Set.of(Permissions.PLATFORM_MAINTAIN));
    for (String line : fixture.server.shop().api().endpoints()) {
      String[] parts = line.split(" ", -1);
      if (!parts[2].equals("-")) {
        String path = parts[1].replaceAll("\\{[a-z]+\\}", UUID.randomUUID().toString());
        other
            .send(parts[0], path, parts[0].equals("GET") ? null : "{}")
            .refused(403, "not-permitted");
      }
    }
  }

  @Test
  void the_office_takes_a_role_too_whatever_the_token_is_for() {
    ApiClient stranger = ApiSuite.client(fixture, "stranger", Set.of(Permissions.PAYMENT_READ));
    ApiClient manager = ApiSuite.client(fixture, "demo-manager", Set.of(Permissions.PAYMENT_READ));

    stranger.get("/api/office/refunds").refused(403, "not-permitted");
    manager.get("/api/office/refunds").done(200);
  }

  @Test
  void changes_are_counted_by_token_and_told_and_reading_is_counted_apart() {
    ApiClient eager = ApiSuite.client(fixture, "eager", ApiSuite.CUSTOMER);
    String path = "/api/bookings/" + UUID.randomUUID() + "/cancellation";
    for (int i = 0; i < 5; i++) {
      ApiReply reply = eager.post(path, "{}");
      reply.refused(404, "no-such-booking");
      assertThat(reply.header("RateLimit-Policy")).isEqualTo("\"api-change\";q=5;w=3600");
      assertThat(reply.header("RateLimit")).startsWith("\"api-change\";r=" + (4 - i));
    }
    ApiReply over = eager.post(path, "{}");

    over.refused(429, "too-many-requests");
    assertThat(over.header("Retry-After")).isNotEmpty();
    eager.get("/api/products").done(200);
    ApiSuite.client(fixture, "patient", ApiSuite.CUSTOMER)
        .post(path, "{}")
        .refused(404, "no-such-booking");
  }
}
