package io.travelsuite.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.travelsuite.InvalidRequestException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FingerprintTest {

  private static String of(Object value) {
    return Fingerprint.of(1, Map.of("f", value)).sha256();
  }

  @Test
  void the_order_of_fields_and_the_way_a_number_is_written_make_no_difference() {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("amount", new BigDecimal("1900.00"));
    one.put("currency", "EUR");
    Map<String, Object> other = new LinkedHashMap<>();
    other.put("currency", "EUR");
    other.put("amount", 1900);

    assertThat(Fingerprint.of(1, one)).isEqualTo(Fingerprint.of(1, other));
    assertThat(of(1.5)).isEqualTo(of(new BigDecimal("1.50")));
    assertThat(of(0)).isEqualTo(of(new BigDecimal("0E+9")));
  }

  @Test
  void different_values_are_different_however_they_are_cut() {
    List<Object> values =
        List.of(
            "",
            "0",
            0,
            1,
            -1,
            256,
            1L << 40,
            "true",
            true,
            List.of(),
            List.of(""),
            List.of("a", "bc"),
            List.of("ab", "c"),
            List.of(List.of("a"), "b"),
            List.of(List.of("a", "b")),
            Map.of(),
            Map.of("a", "b"),
            Map.of("ab", ""),
            Map.of("", "ab"),
            new byte[0],
            "\ud800",
            "\udc00",
            "?");

    assertThat(values.stream().map(FingerprintTest::of)).doesNotHaveDuplicates();
  }

  @Test
  void control_parts_joined_without_their_lengths_run_together() {
    assertThat(String.join("", List.of("a", "bc"))).isEqualTo(String.join("", List.of("ab", "c")));
  }

  @Test
  void a_null_is_not_a_field_that_is_not_there() {
    Map<String, Object> withNull = new HashMap<>();
    withNull.put("promo", null);

    assertThat(Fingerprint.of(1, withNull).sha256())
        .isNotEqualTo(Fingerprint.of(1, Map.of()).sha256());
  }

  @Test
  void the_earlier_forms_of_a_request_match_by_their_own_versions_alone() {
    Fingerprint first = Fingerprint.of(1, Map.of("a", 1));
    Fingerprint third =
        Fingerprint.of(3, Map.of("c", 1)).or(Fingerprint.of(2, Map.of("b", 1))).or(first);

    assertThat(third.matches(1, first.sha256())).isTrue();
    assertThat(third.matches(2, first.sha256())).isFalse();
    assertThat(third.matches(3, third.sha256())).isTrue();
    assertThat(first.matches(3, third.sha256())).isFalse();
  }

  @Test
  void what_has_no_canonical_form_or_is_nested_too_deep_is_refused() {
    List<Object> deep = List.of();
    for (int i = 0; i < 10_000; i++) {
      deep = List.of(deep);
    }
    List<Object> refused = new ArrayList<>(List.of(new Object(), Double.NaN, Map.of(1, 2)));
    refused.add(deep);
    for (Object value : refused) {
      assertThatThrownBy(() -> of(value)).isInstanceOf(InvalidRequestException.class);
    }
  }

  @Test
  void a_number_with_a_billion_zeros_takes_no_more_room_than_another() {
    assertThat(of(new BigDecimal("1E+1000000000")))
        .isNotEqualTo(of(new BigDecimal("1E+999999999")));
  }
}
