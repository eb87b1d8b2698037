package io.travelsuite.security.password;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.travelsuite.security.Vectors;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class PasswordPolicyTest {

  private final PasswordPolicy policy = PasswordPolicy.forStaff("travelsuite", "Acme Tours");

  private Set<PasswordFault> check(String password) {
    return policy.check(password, List.of());
  }

  @Test
  void the_cases_of_django_and_nist_are_judged_as_they_say() {
    JsonNode file = Vectors.json("signin/policy-cases.json");
    List<String> about = new ArrayList<>();
    file.path("user").forEach(value -> about.add(value.asText()));
    for (JsonNode test : file.path("cases")) {
      Set<PasswordFault> faults = policy.check(test.path("pw").asText(), about);
      List<PasswordFault> expected = new ArrayList<>();
      test.path("reject").forEach(reason -> expected.add(fault(reason.asText())));
      assertThat(faults).as(test.toString()).containsAll(expected);
      assertThat(faults.isEmpty()).as(test.toString()).isEqualTo(expected.isEmpty());
    }
  }

  private static PasswordFault fault(String reason) {
    return PasswordFault.valueOf(reason.replaceAll("\\(.*", "").toUpperCase(Locale.ROOT));
  }

  private static List<String> list() throws IOException {
    try (InputStream file = PasswordPolicy.class.getResourceAsStream("common-passwords.txt.gz");
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(new GZIPInputStream(file), StandardCharsets.UTF_8))) {
      return lines.lines().toList();
    }
  }

  @Test
  void all_of_djangos_205_common_passwords_of_12_characters_or_more_are_refused()
      throws IOException {
    List<String> longOnes = list().stream().filter(entry -> entry.length() >= 12).toList();

    assertThat(longOnes).hasSize(205);
    assertThat(longOnes).allMatch(entry -> check(entry).contains(PasswordFault.TOO_COMMON));
    assertThat(longOnes)
        .allMatch(e -> check(e.toUpperCase(Locale.ROOT)).contains(PasswordFault.TOO_COMMON));
  }

  @Test
  void the_whole_list_is_refused() throws IOException {
    assertThat(list()).hasSizeGreaterThan(19_000).noneMatch(entry -> check(entry).isEmpty());
  }

  @Test
  void a_common_password_with_digits_and_signs_around_it_is_common() {
    assertThat(check("password-2026!")).containsExactly(PasswordFault.TOO_COMMON);
    assertThat(check("***godzilla***")).containsExactly(PasswordFault.TOO_COMMON);
    assertThat(check("2026-password-of-mine")).as("control").isEmpty();
  }

  @Test
  void a_word_of_the_context_is_refused_wherever_it_stands() {
    assertThat(check("my-TravelSuite-key")).containsExactly(PasswordFault.CONTEXT_WORD);
    assertThat(check("we love acme tours")).containsExactly(PasswordFault.CONTEXT_WORD);
    assertThat(PasswordPolicy.forStaff().check("my-TravelSuite-key", List.of()))
        .as("control")
        .isEmpty();
  }

  @Test
  void digits_of_any_script_are_numeric_and_lengths_are_of_code_points() {
    assertThat(check("١٢٣٤٥٦٧٨٩٠٣٣٤٤")).contains(PasswordFault.ENTIRELY_NUMERIC);
    String emoji = "\uD83D\uDE00";
    assertThat(check(emoji.repeat(11))).contains(PasswordFault.TOO_SHORT);
    assertThat(check(emoji.repeat(12))).doesNotContain(PasswordFault.TOO_SHORT);
    assertThat(check(emoji.repeat(128))).doesNotContain(PasswordFault.TOO_LONG);
    assertThat(check(emoji.repeat(129))).isEqualTo(EnumSet.of(PasswordFault.TOO_LONG));
  }
}
