package io.travelsuite.examples.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.security.role.Permissions;
import io.travelsuite.security.role.SubjectId;
import io.travelsuite.security.token.IssuedToken;
import io.travelsuite.security.token.TokenGrant;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is let in, how often, and what an answer gives away. */
class OctoGuardTest {

  private static ServerFixture fixture;

  @BeforeAll
  static void start() {
    fixture = new ServerFixture("5/h");
  }

  @AfterAll
  static void stop() {
    fixture.close();
  }

  @ParameterizedTest
  @CsvSource({
    "GET,/supplier",
    "GET,/capabilities",
    "GET,/products",
    "GET,/products/x",
    "POST,/availability",
    "POST,/availability/calendar",
    "GET,/bookings",
    "POST,/bookings",
    "GET,/bookings/x",
    "PATCH,/bookings/x",
    "POST,/bookings/x/confirm",
    "POST,/bookings/x/extend",
    "POST,/bookings/x/cancel"
  })
  void nobody_gets_in_without_a_token(String method, String path) {
    String body = method.equals("GET") ? null : "{}";
    for (String token : List.of("", "demo_nothing", "x")) {
      Reply reply = new OctoClient(fixture.server.address(), token).send(method, path, body);
      reply.refused("UNAUTHORIZED");
      assertThat(reply.headers().firstValue("Octo-Capabilities")).hasValue("octo/pricing");
    }
  }

  @Test
  void a_token_is_for_what_it_was_issued_for_until_it_is_revoked() {
    TokenGrant grant =
        new TokenGrant(
            new SubjectId("reader"), null, Set.of(Permissions.INVENTORY_READ), "reads only");
    IssuedToken issued = fixture.server.tokens().issue(grant, Duration.ofHours(1));
    OctoClient reader = new OctoClient(fixture.server.address(), issued.secret().text());

    reader.get("/products").ok();
    reader.post("/bookings", "{}").refused("FORBIDDEN");
    fixture.server.tokens().revoke(issued.token().id());
    reader.get("/products").refused("UNAUTHORIZED");
  }

  @Test
  void changes_are_counted_by_token_and_reading_is_not() {
    OctoClient client = fixture.reseller("eager");
    for (int i = 0; i < 5; i++) {
      client.post("/bookings", "{}").refused("BAD_REQUEST");
    }
    Reply over = client.post("/bookings", "{}");

    assertThat(over.status()).isEqualTo(429);
    assertThat(over.headers().firstValue("Retry-After")).isPresent();
    client.get("/products").ok();
    fixture.reseller("patient").post("/bookings", "{}").refused("BAD_REQUEST");
  }

  @Test
  void who_was_refused_for_calling_too_often_is_counted_whichever_api_they_called() {
    OctoClient reseller = fixture.reseller("measured");
    ApiClient shopper = ApiSuite.client(fixture, "measured-shopper", ApiSuite.CUSTOMER);
    for (int i = 0; i < 6; i++) {
      reseller.post("/bookings", "{}");
      shopper.post("/api/bookings", "{}");
    }
    String measured = new ApiClient(fixture.server.address(), "").get("/metrics").text();

    assertThat(measured)
        .containsPattern("travel_server_rate_limited_total\\{limit=\"octo\"} [1-9]")
        .containsPattern("travel_server_rate_limited_total\\{limit=\"api-change\"} [1-9]");
  }

  @Test
  void an_answer_gives_nothing_away() {
    OctoClient client = fixture.reseller("curious");
    List<Reply> replies =
        List.of(
            client.get("/nothing"),
            client.get("/products"),
            client.post("/bookings", "{\"uuid\":"),
            client.post("/availability", "[".repeat(5_000)),
            client.post("/availability", "{\"productId\":\"" + "x".repeat(70_000) + "\"}"));

    assertThat(replies)
        .allSatisfy(
            reply -> {
              assertThat(reply.headers().firstValue("Server")).isEmpty();
              assertThat(reply.headers().firstValue("X-Powered-By")).isEmpty();
              assertThat(reply.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
              assertThat(reply.headers().firstValue("Cache-Control")).hasValue("no-store");
              assertThat(reply.body().toString())
                  .doesNotContain("io.travelsuite", "jackson", "\tat ");
            });
    replies.get(0).refused("BAD_REQUEST");
    replies.get(3).refused("BAD_REQUEST");
    replies.get(4).refused("BAD_REQUEST");
  }
}
