package io.travelsuite.examples.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The form of requests and answers: problems, keys, versions. */
class ApiFormTest extends ApiSuite {

  @Test
  void all_fields_that_are_wrong_are_told_at_once_by_name_and_harmless_value() {
    ApiReply reply =
        customer.post(
            "/api/bookings",
            """
            {"departure":"x y","places":[{"unit":"adult","count":0},{"count":1}],
             "customer":{"email":"no address","phone":"4111111111111111"},"price":1}\
            """);

    JsonNode errors = reply.refused(422, "invalid-fields").path("errors");
    Set<String> pointers = new HashSet<>();
    errors.forEach(error -> pointers.add(error.path("pointer").asText()));
    assertThat(pointers)
        .containsExactlyInAnyOrder(
            "#/departure",
            "#/places/0/count",
            "#/places/1/unit",
            "#/customer/email",
            "#/customer/phone",
            "#/price");
    assertThat(value(errors, "#/departure")).isEqualTo("x y");
    assertThat(value(errors, "#/places/0/count")).isEqualTo("0");
    assertThat(reply.text()).doesNotContain("no address", "4111");
  }

  private static String value(JsonNode errors, String pointer) {
    for (JsonNode error : errors) {
      if (error.path("pointer").asText().equals(pointer)) {
        return error.path("value").asText();
      }
    }
    throw new AssertionError(pointer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "null",
        "\"x\"",
        "{",
        "{\"departure\":1}{}",
        "{\"minutes\":5,\"minutes\":6}",
        "{\"places\":[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]}"
      })
  void what_is_no_json_object_is_refused_without_words_of_the_inside(String body) {
    ApiReply reply = customer.post("/api/bookings", body);

    reply.refused(400, "malformed-body");
    assertThat(reply.text()).doesNotContain("jackson", "io.travelsuite", "Exception");
  }

  @Test
  void a_body_of_another_type_or_size_is_refused() {
    String key = UUID.randomUUID().toString();
    customer
        .send("POST", "/api/bookings", "{}", "Idempotency-Key", key, "Content-Type", "text/plain")
        .refused(415, "unsupported-media-type");
    String large = "{\"departure\":\"" + "x".repeat(70_000) + "\"}";
    assertThat(customer.post("/api/bookings", large).status()).isEqualTo(413);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "?product=walking-tour",
        "?product=walking-tour&from=2027-02-30&to=2027-03-01",
        "?product=walking-tour&from=2027-03-02&to=2027-03-01",
        "?product=walking-tour&from=2027-03-01&to=2029-03-01",
        "?product=walking-tour&from=2027-03-01&to=2027-03-01&party=adult",
        "?product=walking-tour&from=2027-03-01&to=2027-03-01&limit=0",
        "?product=walking-tour&from=2027-03-01&to=2027-03-01&limit=x",
        "?product=walking-tour&from=2027-03-01&to=2027-03-01&other=1",
        "?product=walking-tour&from=2027-03-01&to=2027-03-01&cursor=zzz"
      })
  void a_search_that_is_wrong_is_told_by_field(String query) {
    JsonNode problem = customer.get("/api/departures" + query).refused(422, "invalid-fields");

    assertThat(problem.path("errors")).isNotEmpty();
  }

  @Test
  void what_is_not_there_is_404_and_another_method_405() {
    customer.get("/api/nothing").refused(404, "not-found");
    customer.get("/api/bookings/1-1-1-1-1").refused(404, "not-found");
    customer.get("/api/departures/" + UUID.randomUUID()).refused(404, "no-such-departure");
    customer
        .get("/api/departures?product=x&from=2027-01-01&to=2027-01-01")
        .refused(404, "no-such-product");
    ApiReply wrong = customer.send("DELETE", "/api/bookings", null);
    wrong.refused(405, "method-not-allowed");
    assertThat(wrong.header("Allow").split(", ")).containsExactlyInAnyOrder("GET", "POST");
  }

  @Test
  void a_key_gives_one_booking_and_the_same_answer() {
    String departure = departure();
    String key = UUID.randomUUID().toString();
    String body = holding(departure, 2);

    ApiReply first = customer.post("/api/bookings", body, key);
    ApiReply again = customer.post("/api/bookings", body, key);

    assertThat(again.done(201)).isEqualTo(first.done(201));
    assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
    assertThat(again.header("Location")).isEqualTo(path(first.json()));
    assertThat(left(departure)).isEqualTo(18);
    assertThat(customer.post("/api/bookings", holding(departure, 3), key).status()).isEqualTo(422);
    assertThat(
            client("another-app", CUSTOMER).post("/api/bookings", body, key).done(201).path("id"))
        .isNotEqualTo(first.json().path("id"));
  }

  @Test
  void a_call_that_changes_something_needs_a_key() {
    ApiReply reply = customer.send("POST", "/api/bookings", holding(departure(), 1));

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().path("title").asText()).isEqualTo("Idempotency-Key is missing");
  }

  @Test
  void fifty_posts_of_one_key_are_one_booking() throws Exception {
    String departure = departure();
    String key = UUID.randomUUID().toString();
    Supplier<ApiReply> call = () -> customer.post("/api/bookings", holding(departure, 1), key);

    List<ApiReply> replies = atOnce(Collections.nCopies(50, call));

    assertThat(replies).allMatch(reply -> reply.status() == 201 || reply.status() == 409);
    assertThat(
            replies.stream()
                .filter(reply -> reply.status() == 201)
                .map(reply -> reply.json().path("id").asText())
                .distinct())
        .hasSize(1);
    assertThat(left(departure)).isEqualTo(19);
  }

  @Test
  void control_fifty_posts_of_fifty_keys_are_as_many_bookings_as_fit() throws Exception {
    String departure = departure();
    List<Supplier<ApiReply>> calls =
        IntStream.range(0, 50)
            .mapToObj(
                i ->
                    (Supplier<ApiReply>)
                        () -> customer.post("/api/bookings", holding(departure, 1)))
            .toList();

    assertThat(atOnce(calls)).filteredOn(reply -> reply.status() == 201).hasSize(20);
  }

  @Test
  void an_edit_of_an_older_version_is_refused() {
    ApiReply held = customer.post("/api/bookings", holding(departure(), 1));
    String path = path(held.json());
    String before = held.tag();
    ApiReply longer =
        customer.send(
            "POST",
            path + "/extension",
            "{\"minutes\":30}",
            "Idempotency-Key",
            UUID.randomUUID().toString(),
            "If-Match",
            before);
    longer.done(200);

    customer
        .send(
            "POST",
            path + "/cancellation",
            "{}",
            "Idempotency-Key",
            UUID.randomUUID().toString(),
            "If-Match",
            before)
        .refused(412, "changed-meanwhile");
    assertThat(customer.get(path, "If-None-Match", longer.tag()).status()).isEqualTo(304);
    assertThat(customer.get(path, "If-None-Match", before).status()).isEqualTo(200);
  }
}
