package io.travelsuite.security.input;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.travelsuite.security.Vectors;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FormatsTest {

  @Test
  void every_vector_of_addresses_is_judged_as_it_says() {
    JsonNode vectors = Vectors.json("edge/email.json");
    List<String> valid = Vectors.texts(vectors.get("valid"));
    List<String> invalid = Vectors.texts(vectors.get("invalid"));
    assertThat(valid).hasSize(8).allMatch(text -> EmailAddresses.parse(text).isPresent());
    assertThat(invalid).hasSize(25).noneMatch(text -> EmailAddresses.parse(text).isPresent());
  }

  /** Addresses that Django takes; no customer has them. */
  @Test
  void the_deviations_are_these_four() {
    assertThat(Vectors.texts(Vectors.json("edge/email.json").get("djangoAcceptsPolicyChoice")))
        .containsExactly(
            "email@[127.0.0.1]",
            "email@[2001:dB8::1]",
            "email@localhost",
            "\"test@test\"@example.com")
        .noneMatch(text -> EmailAddresses.parse(text).isPresent());
  }

  @Test
  void an_address_comes_out_ready_to_send_to() {
    assertThat(EmailAddresses.parse("Ann@Mail.EXAMPLE")).contains("Ann@mail.example");
    assertThat(EmailAddresses.parse("ann@bücher.example")).contains("ann@xn--bcher-kva.example");
    assertThat(EmailAddresses.parse("ann@a\u202eb.example")).isEmpty();
    assertThat(EmailAddresses.parse("x".repeat(65) + "@a.example")).isEmpty();
  }

  @Test
  void every_number_of_every_region_is_read_by_both_its_forms() {
    int cases = 0;
    List<String> wrong = new ArrayList<>();
    for (JsonNode number : Vectors.json("edge/phone-examples.json").get("numbers")) {
      cases++;
      String e164 = number.path("e164").asText();
      Optional<String> expected =
          number.path("valid").asBoolean() ? Optional.of(e164) : Optional.empty();
      if (!PhoneNumbers.parse(e164, null).equals(expected)) {
        wrong.add(e164);
      }
      String national = number.path("national").asText("");
      String region = number.path("region").asText();
      if (!national.isEmpty() && !PhoneNumbers.parse(national, region).equals(expected)) {
        wrong.add(region + " " + national);
      }
    }
    assertThat(cases).isEqualTo(734);
    assertThat(wrong).isEmpty();
  }

  @Test
  void what_is_no_number_is_refused() {
    for (String text :
        List.of(
            "",
            "+",
            "abc",
            "+49 30",
            "00",
            "+49301234567;ext=1",
            "+".repeat(40),
            "9".repeat(9999))) {
      assertThat(PhoneNumbers.parse(text, null)).as(text).isEmpty();
    }
    assertThat(PhoneNumbers.parse("030/12345678", "DE")).contains("+493012345678");
  }

  @Test
  void random_text_is_read_or_refused() {
    Random random = new Random(20261127);
    String alphabet = "+0123456789 ()-.;ext=@abé%\"<>[]\n";
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(24); length > 0; length--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      PhoneNumbers.parse(text.toString(), i % 2 == 0 ? null : "TR")
          .ifPresent(number -> assertThat(number).matches("\\+[1-9][0-9]{6,14}"));
      EmailAddresses.parse(text + "@a.example")
          .ifPresent(address -> assertThat(address).doesNotContain(" ", "\n", "\"", "<"));
    }
  }

  @Test
  void nothing_ends_a_tag_an_attribute_or_begins_a_formula() {
    assertThat(Escapes.html("<a b=\"c\" d='e'>&`"))
        .isEqualTo("&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;&#96;");
    for (String formula :
        List.of(
            "=1+1", "+A1", "-A1", "@SUM(1)", "\t=1", "\r=1", "\n=1", " =1", "＝1", "-1+cmd|' /C")) {
      assertThat(Escapes.csv(formula)).startsWith("\"'");
    }
    assertThat(Escapes.csv("-12.50")).isEqualTo("\"-12.50\"");
    assertThat(Escapes.csv("say \"hi\"")).isEqualTo("\"say \"\"hi\"\"\"");
    for (String naughty : Vectors.texts(Vectors.json("edge/blns.json"))) {
      assertThat(Escapes.html(naughty)).doesNotContain("<", ">", "\"", "'", "`");
      String field = Escapes.csv(naughty);
      assertThat(field.substring(1, field.length() - 1).replace("\"\"", "")).doesNotContain("\"");
    }
  }
}
