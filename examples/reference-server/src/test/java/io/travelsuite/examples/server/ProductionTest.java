package io.travelsuite.examples.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.travelsuite.examples.server.ProductionSetup.Ended;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as production starts it: readiness check, TLS, accounts, secrets, a sale. */
class ProductionTest {

  @TempDir private static Path folder;

  private static ProductionSetup setup;

  @BeforeAll
  static void open() {
    setup = new ProductionSetup(folder);
    setup.migrate();
  }

  @AfterAll
  static void close() {
    setup.close();
  }

  @Test
  void it_starts_when_all_is_there_and_sells_over_https() throws Exception {
    setup.state(setup.deployment());
    Ended issued = setup.run("token", "acme", "1");
    assertThat(issued.code()).as(issued.text()).isZero();
    String token = issued.text().strip().replaceFirst("(?s).*\\n", "");
    Process process = setup.start();
    try {
      awaitListening(process);
      JsonNode held = sent(token, "/octo/bookings", reservation(token).toString());
      assertThat(held.path("status").asText()).as("%s", held).isEqualTo("ON_HOLD");
      JsonNode confirmed =
          sent(
              token,
              "/octo/bookings/" + held.path("uuid").asText() + "/confirm",
              "{\"contact\":{\"fullName\":\"Ana Lima\"}}");
      assertThat(confirmed.path("status").asText()).isEqualTo("CONFIRMED");
      process.destroy();
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isZero();
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void control_with_one_defect_it_does_not_start() {
    ObjectNode defective = setup.deployment();
    defective.withObject("backup").put("encrypted", false);
    setup.state(defective);

    Ended ended = setup.run();

    assertThat(ended.code()).as(ended.text()).isEqualTo(Command.WRONG);
    assertThat(ended.text()).contains("NOT READY: 1 errors", "backup.encrypted");
    assertThat(ended.text()).doesNotContain("Listening");
  }

  private static ObjectNode reservation(String token) throws Exception {
    String day = LocalDate.now(ZoneOffset.UTC).plusDays(20).toString();
    JsonNode slots =
        sent(
            token,
            "/octo/availability",
            "{\"productId\":\"walking-tour\",\"optionId\":\"DEFAULT\",\"localDate\":\"%s\"}"
                .formatted(day));
    return OctoClient.reservation(
        "walking-tour", "DEFAULT", slots.at("/0/id").asText(), List.of("adult"));
  }

  private static JsonNode sent(String token, String path, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("https://localhost:" + setup.port + path))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    HttpClient client =
        HttpClient.newBuilder().sslContext(ServerIdentity.trusting(setup.identity)).build();
    return OctoClient.JSON.readTree(
        client.send(request, HttpResponse.BodyHandlers.ofString()).body());
  }

  private static void awaitListening(Process process) throws IOException, InterruptedException {
    StringBuilder said = new StringBuilder();
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      said.append(line).append('\n');
      if (line.startsWith("Listening on https://")) {
        return;
      }
    }
    throw new AssertionError("it ended with " + process.waitFor() + ": " + said);
  }
}
