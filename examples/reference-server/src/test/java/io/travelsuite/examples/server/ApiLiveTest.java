package io.travelsuite.examples.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.travelsuite.examples.server.answer.Answer;
import io.travelsuite.examples.server.answer.Why;
import io.travelsuite.examples.server.shop.LiveSeats;
import io.travelsuite.examples.server.shop.TripSearch;
import io.travelsuite.inventory.OccurrenceId;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The feed of what is left. */
class ApiLiveTest extends ApiSuite {

  private static final int WAIT = 30;

  @Test
  @Timeout(WAIT)
  void whoever_listens_is_told_what_is_left_when_it_changes() throws Exception {
    String departure = departure();
    HttpResponse<InputStream> feed = listen(departure);
    assertThat(feed.headers().firstValue("Content-Type").orElse(""))
        .startsWith("text/event-stream");
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(feed.body(), StandardCharsets.UTF_8))) {
      assertThat(next(lines).at("/left/guests").asInt()).isEqualTo(20);

      held(departure, 3);

      assertThat(next(lines).at("/left/guests").asInt()).isEqualTo(17);
    }
  }

  private HttpResponse<InputStream> listen(String departure) throws Exception {
    String token = fixture.server.issueToken("listener").text();
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(
                    fixture.server.address() + "/api/departures/" + departure + "/seats/live"))
            .header("Authorization", "Bearer " + token)
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofInputStream());
  }

  private static JsonNode next(BufferedReader lines) throws Exception {
    String line = lines.readLine();
    while (!line.startsWith("data: ")) {
      line = lines.readLine();
    }
    return OctoClient.JSON.readTree(line.substring("data: ".length()));
  }

  @Test
  void there_is_no_feed_of_what_is_not_there() {
    customer
        .get("/api/departures/" + UUID.randomUUID() + "/seats/live")
        .refused(404, "no-such-departure");
  }

  /** A listener who takes so many events. */
  private static final class Counting implements LiveSeats.Listener {
    final AtomicInteger told = new AtomicInteger();
    final AtomicInteger ended = new AtomicInteger();
    private final int most;

    Counting(int most) {
      this.most = most;
    }

    @Override
    public boolean tell(TripSearch.Left left) {
      return told.incrementAndGet() <= most;
    }

    @Override
    public boolean stillThere() {
      return true;
    }

    @Override
    public void end() {
      ended.incrementAndGet();
    }
  }

  @Test
  void no_more_listen_than_can_be_served_and_who_is_slow_is_dropped() {
    OccurrenceId departure = OccurrenceId.of(departure());
    LiveSeats live = new LiveSeats(fixture.server.shop().api().shop().search(), 2);
    Counting slow = new Counting(1);
    Counting patient = new Counting(Integer.MAX_VALUE);
    live.listen(departure, slow).orElseThrow();
    live.listen(departure, patient).orElseThrow();

    Answer<TripSearch.Left> third = live.listen(departure, new Counting(1));
    assertThat(third)
        .isInstanceOfSatisfying(
            Answer.Refused.class, no -> assertThat(no.why()).isEqualTo(Why.TOO_MANY_LISTENERS));
    live.round();
    assertThat(patient.told).as("nothing has changed").hasValue(1);

    held(departure.toString(), 1);
    live.round();

    assertThat(slow.ended).hasValue(1);
    assertThat(patient.told).hasValue(2);
    assertThat(live.listeners()).isEqualTo(1);
    live.close();
    assertThat(patient.ended).hasValue(1);
    assertThat(live.listeners()).isZero();
  }
}
