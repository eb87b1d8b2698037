package io.travelsuite.security.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.travelsuite.InvalidRequestException;
import io.travelsuite.security.Vectors;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostAllowListTest {

  private static final JsonNode VECTORS = Vectors.json("edge/host-header.json");

  private static HostAllowList ofVectors() {
    return HostAllowList.of(Vectors.texts(VECTORS.get("allowedHosts")).toArray(String[]::new));
  }

  @Test
  void every_vector_is_judged_as_it_says() {
    List<String> legit = Vectors.texts(VECTORS.get("legit"));
    List<String> poisoned = Vectors.texts(VECTORS.get("poisoned"));
    assertThat(legit).hasSize(13);
    assertThat(poisoned).hasSize(14);
    assertThat(legit).allMatch(host -> ofVectors().check(HostHeaders.of(host)).isPresent());
    assertThat(poisoned).noneMatch(host -> ofVectors().check(HostHeaders.of(host)).isPresent());
  }

  @Test
  void the_answer_is_the_name_in_one_spelling() {
    HostAllowList list = HostAllowList.of("shop.example", "[::1]");
    assertThat(list.check(HostHeaders.of("SHOP.example.:8443"))).contains("shop.example");
    assertThat(list.check(HostHeaders.of("[::1]:80"))).contains("[::1]");
  }

  @Test
  void two_host_headers_and_none_are_refused() {
    HostAllowList list = HostAllowList.of("shop.example");
    assertThat(list.check(HostHeaders.of("shop.example", "shop.example"))).isEmpty();
    assertThat(list.check(HostHeaders.of())).isEmpty();
  }

  @Test
  void a_forwarded_host_counts_only_when_asked_for_and_from_a_trusted_peer() {
    HostAllowList list = HostAllowList.of("shop.example", "inside.example");
    HostHeaders trusted = new HostHeaders(List.of("inside.example"), List.of("shop.example"), true);
    HostHeaders stranger =
        new HostHeaders(List.of("inside.example"), List.of("shop.example"), false);
    assertThat(list.check(trusted)).contains("inside.example");
    assertThat(list.trustingForwardedHost().check(trusted)).contains("shop.example");
    assertThat(list.trustingForwardedHost().check(stranger)).contains("inside.example");
    HostHeaders poisoned =
        new HostHeaders(List.of("inside.example"), List.of("evil.example"), true);
    assertThat(list.trustingForwardedHost().check(poisoned)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "", ".", "https://a.example", "a.example:80", "*.example", "a..b"})
  void what_is_no_name_is_no_entry(String entry) {
    assertThatThrownBy(() -> HostAllowList.of(entry)).isInstanceOf(InvalidRequestException.class);
    assertThatThrownBy(HostAllowList::of).isInstanceOf(InvalidRequestException.class);
  }

  @Test
  void whatever_is_let_through_is_a_listed_name() {
    HostAllowList list = HostAllowList.of(".ab.ba");
    Random random = new Random(20261127);
    String alphabet = "ab.:@/%[]-0\r ";
    int passed = 0;
    for (int i = 0; i < 200_000; i++) {
      StringBuilder host = new StringBuilder();
      for (int length = random.nextInt(9); length > 0; length--) {
        host.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      var answer = list.check(HostHeaders.of(host + "ab.ba"));
      passed += answer.isPresent() ? 1 : 0;
      answer.ifPresent(name -> assertThat(name).matches("([ab0.-]+\\.)?ab\\.ba"));
    }
    assertThat(passed).isPositive();
    assertThat(list.check(HostHeaders.of("a.".repeat(5_000_000)))).isEmpty();
  }
}
