package io.travelsuite.examples.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.examples.server.Wire.Answer;
import io.travelsuite.examples.server.edge.Rule;
import io.travelsuite.jdbc.DatabaseTime;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** HEAD is answered as GET is, but for the body. */
class HeadTest {

  private final WireFixture fixture = WireFixture.shared();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/nowhere",
        "/api/nowhere",
        "/metrics",
        "/api/office/refunds",
        "/octo/products",
        "/health/live",
        "/api/openapi.yaml"
      })
  void says_what_get_says(String path) {
    Answer get = fixture.tls.send("GET", path, "", "");
    Answer head = fixture.tls.send("HEAD", path, "", "");

    assertThat(head.status()).isEqualTo(get.status());
    assertThat(head.body()).isEmpty();
    assertThat(head.header("Content-Type")).isEqualTo(get.header("Content-Type"));
    assertThat(head.header("Content-Security-Policy"))
        .isEqualTo(get.header("Content-Security-Policy"));
  }

  @Test
  void of_every_endpoint_that_is_read_somebody_unknown_learns_no_more_by_head() {
    List<String> paths =
        fixture.server.rules().stream()
            .filter(rule -> rule.method().equals("GET"))
            .map(Rule::path)
            .map(path -> path.replaceAll("\\{[^}]*\\}", "x").replace("*", "x"))
            .toList();

    assertThat(paths).hasSizeGreaterThan(20);
    for (String path : paths) {
      Answer head = fixture.tls.send("HEAD", path, "", "");
      assertThat(head.status()).as(path).isEqualTo(fixture.tls.send("GET", path, "", "").status());
      assertThat(head.body()).as(path).isEmpty();
    }
  }

  @Test
  void of_a_feed_without_an_end_the_head_ends() {
    String reseller = fixture.bearer("head-reader");
    LocalDate date =
        LocalDate.ofInstant(new DatabaseTime(fixture.server.dataSource()).instant(), ZoneOffset.UTC)
            .plusDays(5);
    String day = "from=%1$s&to=%1$s".formatted(date);
    String found =
        fixture.tls.send("GET", "/api/departures?product=walking-tour&" + day, reseller, "").body();
    String departure = found.replaceAll("(?s).*?\"id\":\"([^\"]+)\".*", "$1");

    Answer head =
        fixture.tls.send("HEAD", "/api/departures/" + departure + "/seats/live", reseller, "");

    assertThat(head.status()).isEqualTo(200);
    assertThat(head.header("Content-Type")).startsWith("text/event-stream");
    assertThat(head.body()).isEmpty();
  }
}
