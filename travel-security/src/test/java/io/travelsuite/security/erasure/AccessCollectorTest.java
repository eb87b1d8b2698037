package io.travelsuite.security.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.travelsuite.InvalidRequestException;
import io.travelsuite.security.SteppingClock;
import io.travelsuite.security.data.DataSubject;
import io.travelsuite.security.data.Samples;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AccessCollectorTest {

  private final SteppingClock clock = new SteppingClock();

  private record Place(String name, List<Map<String, @Nullable Object>> records)
      implements PersonalRecords {
    @Override
    public List<Map<String, @Nullable Object>> about(DataSubject subject, int limit) {
      return records.stream().limit(limit).toList();
    }
  }

  private AccessCollector collector(Place... places) {
    return new AccessCollector(Arrays.asList(places), clock);
  }

  @Test
  void everything_about_a_person_is_one_json() throws Exception {
    Map<String, @Nullable Object> booking = new java.util.LinkedHashMap<>();
    booking.put("name", "Anna \"canary\" \u2028");
    booking.put("seats", 2);
    booking.put("at", clock.instant());
    booking.put("phone", null);
    booking.put("lines", List.of(Map.of("unit", "adult"), true));
    AccessReport report =
        collector(new Place("bookings", List.of(booking)), new Place("payments", List.of()))
            .collect(Samples.subject(1));
    JsonNode json = new ObjectMapper().readTree(report.json());
    assertThat(json.path("subject").asText()).isEqualTo(Samples.subject(1).toString());
    assertThat(json.path("bookings").get(0).path("name").asText())
        .isEqualTo("Anna \"canary\" \u2028");
    assertThat(json.path("bookings").get(0).path("phone").isNull()).isTrue();
    assertThat(json.path("bookings").get(0).path("lines").get(0).path("unit").asText())
        .isEqualTo("adult");
    assertThat(json.path("payments").isEmpty()).isTrue();
    assertThat(report.records()).isOne();
    assertThat(report.toString()).doesNotContain("canary");
  }

  @Test
  void an_answer_with_a_part_left_out_is_none() {
    Map<String, @Nullable Object> one = Map.of("a", 1);
    AccessCollector many = collector(new Place("many", Collections.nCopies(10_001, one)));
    assertThatThrownBy(() -> many.collect(Samples.subject(1)))
        .isInstanceOf(InvalidRequestException.class);
    Map<String, @Nullable Object> odd = Map.of("a", new java.io.StringReader("canary"));
    AccessCollector other = collector(new Place("odd", List.of(odd)));
    assertThatThrownBy(() -> other.collect(Samples.subject(1)))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageNotContaining("canary");
  }

  @Test
  void two_places_of_one_name_are_refused() {
    Place place = new Place("a", List.of());
    assertThatThrownBy(() -> collector(place, place)).isInstanceOf(InvalidRequestException.class);
    assertThatThrownBy(() -> collector(new Place("subject", List.of())))
        .isInstanceOf(InvalidRequestException.class);
  }
}
