package io.travelsuite.security.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.travelsuite.InvalidRequestException;
import io.travelsuite.security.Costs;
import io.travelsuite.security.Vectors;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class InputRulesTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final InputRules GUEST =
      InputRules.empty()
          .required("name", FieldRule.name())
          .optional("email", FieldRule.email())
          .optional("phone", FieldRule.phone());

  private static final InputRules RULES =
      InputRules.empty()
          .required("reference", FieldRule.reference())
          .required("day", FieldRule.date())
          .required("seats", FieldRule.integer(1, 99))
          .optional("price", FieldRule.money())
          .optional("note", FieldRule.lines(0, 50))
          .optional("sort", FieldRule.oneOf("day", "price"))
          .optional("gift", FieldRule.bool())
          .optional("guests", FieldRule.list(GUEST, 3));

  private final JsonSchema schema =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
          .getSchema(RULES.schemaDocument());

  private static Map<String, Object> good() {
    Map<String, Object> input = new LinkedHashMap<>();
    input.put("reference", "7K3QF");
    input.put("day", "2027-02-28");
    input.put("seats", 2);
    return input;
  }

  private static List<String> wrong(Map<String, Object> input) {
    return RULES.check(input) instanceof Violations wrong
        ? wrong.violations().stream().map(one -> one.pointer() + " " + one.code()).toList()
        : List.of();
  }

  @Test
  void a_good_input_is_accepted_and_shows_no_value() {
    Map<String, Object> input = good();
    input.put("guests", List.of(Map.of("name", "Ayşe Çelik", "phone", "+493012345678")));
    Checked checked = RULES.check(input);
    assertThat(checked).isInstanceOf(Checked.Accepted.class);
    assertThat(checked.toString()).doesNotContain("Ayşe", "7K3QF");
  }

  @Test
  void all_that_is_wrong_is_named_at_once_without_a_value() throws IOException {
    Map<String, Object> input = new LinkedHashMap<>();
    input.put("day", "2027-02-30 canary");
    input.put("seats", "canary");
    input.put("admin", true);
    input.put("a/b~\r\nx", 1);
    input.put("note", "4111 1111 1111 1111");
    input.put("guests", List.of(Map.of("name", " ", "email", "canary@"), "canary"));
    assertThat(wrong(input))
        .containsExactlyInAnyOrder(
            "/reference required",
            "/day date",
            "/seats integer",
            "/note card_number",
            "/guests/0/name name",
            "/guests/0/email email",
            "/guests/1 object",
            "/admin unknown",
            "/a~1b~0??x unknown");
    Violations violations = (Violations) RULES.check(input);
    JsonNode problem = JSON.readTree(violations.problem());
    assertThat(problem.path("status").asInt()).isEqualTo(422);
    assertThat(problem.path("errors")).hasSize(9);
    assertThat(problem.path("errors").get(0).path("pointer").asText()).isEqualTo("#/reference");
    assertThat(violations + violations.problem()).doesNotContain("canary", "4111");
  }

  @Test
  void a_flood_of_fields_is_told_as_the_first_hundred() {
    Map<String, Object> input = good();
    for (int i = 0; i < 10_000; i++) {
      input.put("x".repeat(1_000) + i, i);
    }
    Violations violations = (Violations) RULES.check(input);
    assertThat(violations.violations()).hasSize(100);
    assertThat(violations.problem()).hasSizeLessThan(20_000);
  }

  @Test
  void a_rule_that_can_not_be_meant_is_refused() {
    assertThatThrownBy(() -> FieldRule.text(5, 4)).isInstanceOf(InvalidRequestException.class);
    assertThatThrownBy(() -> FieldRule.list(GUEST, 5_000))
        .isInstanceOf(InvalidRequestException.class);
    assertThatThrownBy(() -> GUEST.optional("name", FieldRule.name()))
        .isInstanceOf(InvalidRequestException.class);
  }

  /** Where only a program can tell, the server is the stricter one: these codes, and no others. */
  @Test
  void schema_and_server_agree_on_ten_thousand_inputs() {
    Random random = new Random(20261127);
    int accepted = 0;
    int stricter = 0;
    for (int i = 0; i < 10_000; i++) {
      Map<String, Object> input = Inputs.random(random);
      boolean bySchema = schema.validate(JSON.valueToTree(input)).isEmpty();
      List<String> wrong = wrong(input);
      accepted += wrong.isEmpty() ? 1 : 0;
      if (bySchema && !wrong.isEmpty()) {
        stricter++;
        assertThat(wrong)
            .as("seed 20261127, %s", input)
            .allMatch(one -> one.matches(".* (date|phone|money|card_number|email)"));
      } else {
        assertThat(bySchema).as("seed 20261127, %s: %s", input, wrong).isEqualTo(wrong.isEmpty());
      }
    }
    assertThat(accepted).isBetween(1_000, 9_000);
    assertThat(stricter).isPositive();
  }

  @Test
  void every_naughty_string_is_accepted_as_it_is_or_refused_by_name() {
    List<String> naughty = new ArrayList<>(Vectors.texts(Vectors.json("edge/blns.json")));
    naughty.addAll(List.of("\ud800", "a\udc00", "\u202eabc", "\0", "x".repeat(10_000)));
    int accepted = 0;
    for (String text : naughty) {
      for (String field : List.of("reference", "day", "price", "note", "sort", "seats")) {
        Map<String, Object> input = good();
        input.put(field, text);
        Checked checked = RULES.check(input);
        if (checked instanceof Checked.Accepted all) {
          accepted++;
          assertThat(all.values().get(field)).isSameAs(text);
        } else {
          assertThat(wrong(input)).singleElement().asString().startsWith("/" + field + " ");
        }
      }
    }
    assertThat(accepted).isGreaterThan(200);
    Map<String, Object> hostile = good();
    hostile.put("note", "a\u202eb");
    assertThat(wrong(hostile)).containsExactly("/note text");
  }

  @Test
  void length_is_counted_in_code_points() {
    Map<String, Object> input = good();
    input.put("note", "🛳".repeat(50));
    assertThat(wrong(input)).isEmpty();
    input.put("note", "🛳".repeat(51));
    assertThat(wrong(input)).containsExactly("/note text");
  }

  @Test
  void a_long_value_takes_linear_time() {
    String attack = "a.".repeat(5_000_000);
    assertThat(Costs.seconds(() -> readAll(attack))).isLessThan(5);
  }

  private static void readAll(String attack) {
    for (String field : List.of("reference", "day", "price", "note")) {
      Map<String, Object> input = good();
      input.put(field, attack);
      assertThat(wrong(input)).isNotEmpty();
    }
    assertThat(GUEST.check("", Map.of("name", attack, "email", attack + "@a.bc"))).hasSize(2);
    assertThat(GUEST.check("", Map.of("name", "a", "email", "a.".repeat(126) + "@"))).hasSize(1);
  }
}
