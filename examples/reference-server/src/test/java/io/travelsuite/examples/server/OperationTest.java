package io.travelsuite.examples.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.examples.database.TestDatabase;
import io.travelsuite.examples.database.TestSchema;
import io.travelsuite.examples.server.Wire.Answer;
import io.travelsuite.examples.server.operation.Health;
import org.junit.jupiter.api.Test;

/** What those see who run the server. */
class OperationTest {

  private static final String TOKEN = "Authorization: Bearer " + WireFixture.METRICS_TOKEN + "\r\n";

  private final WireFixture fixture = WireFixture.shared();

  @Test
  void it_says_that_it_lives_and_is_ready() {
    assertThat(fixture.tls.send("GET", "/health/live", "", "").body()).contains("up");
    assertThat(fixture.tls.send("GET", "/health/ready", "", "").status()).isEqualTo(200);
    assertThat(fixture.tls.send("HEAD", "/health/ready", "", "").status()).isEqualTo(200);
  }

  @Test
  void who_drains_or_has_no_tables_is_not_ready() {
    Health health = new Health(fixture.server.dataSource());
    assertThat(health.isReady()).isTrue();
    health.drain();
    assertThat(health.isReady()).isFalse();
    try (TestSchema empty = TestDatabase.shared().newSchema()) {
      assertThat(new Health(empty.dataSource(1)).isReady()).isFalse();
    }
  }

  @Test
  void metrics_are_for_who_has_their_token() {
    fixture.tls.send("GET", "/nothing", "Origin: https://evil.example\r\n", "");
    fixture.tls.send("GET", "/octo/products", fixture.bearer("measured"), "");

    assertThat(fixture.tls.send("GET", "/metrics", "", "").status()).isEqualTo(404);
    assertThat(fixture.tls.send("GET", "/metrics", "Authorization: Bearer x\r\n", "").status())
        .isEqualTo(404);
    Answer metrics = fixture.tls.send("GET", "/metrics", TOKEN, "");
    assertThat(metrics.status()).isEqualTo(200);
    assertThat(metrics.body())
        .contains(
            "travel_http_answers_total{route=\"GET /octo/products\",status=\"200\"}",
            "travel_server_refused_total{reason=\"cors-origin\"}",
            "travel_server_pool_active",
            "travel_security_events_total{event=\"authn_login_fail\"}",
            "jvm_memory_used_bytes");
  }

  @Test
  void every_answer_names_its_request_and_no_two_are_the_same() {
    String one = fixture.tls.send("GET", "/health/live", "", "").header("X-Request-Id");
    String two = fixture.tls.send("GET", "/health/live", "", "").header("X-Request-Id");
    assertThat(one).matches("[0-9a-f-]{36}").isNotEqualTo(two);
  }
}
