package io.travelsuite.security.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.travelsuite.InvalidRequestException;
import io.travelsuite.secret.Secret;
import io.travelsuite.security.key.SigningKeys;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CsrfGuardTest {

  private static final String HERE = "https://shop.example";
  private static final String SESSION = "S".repeat(43);

  private final SigningKeys keys = SigningKeys.of(root(1));
  private final CsrfGuard guard = CsrfGuard.of(keys, Set.of(HERE));

  private static Secret root(int seed) {
    byte[] bytes = new byte[32];
    new Random(seed).nextBytes(bytes);
    return Secret.of(bytes);
  }

  private static CsrfRequest post(String site, String origin, String token) {
    return new CsrfRequest("POST", site, origin, SESSION, token, token);
  }

  @Test
  void a_request_of_a_page_of_ours_with_its_token_passes() {
    String token = guard.token(SESSION);

    assertThat(token).matches("[A-Za-z0-9_-]{22}\\.[A-Za-z0-9_-]{43}").doesNotContain(SESSION);
    assertThat(guard.check(post("same-origin", HERE, token))).isEqualTo(CsrfCheck.PASSED);
    assertThat(guard.check(post(null, null, token)))
        .as("an old browser")
        .isEqualTo(CsrfCheck.PASSED);
    assertThat(guard.check(post("same-site", HERE, token))).isEqualTo(CsrfCheck.PASSED);
  }

  @Test
  void what_changes_nothing_needs_no_token_and_what_is_no_safe_method_does() {
    for (String method : List.of("GET", "HEAD", "OPTIONS")) {
      assertThat(check(method)).isEqualTo(CsrfCheck.PASSED);
    }
    for (String method : List.of("POST", "PUT", "PATCH", "DELETE", "get", "FOO", "")) {
      assertThat(check(method)).isEqualTo(CsrfCheck.NO_TOKEN);
    }
  }

  private CsrfCheck check(String method) {
    return guard.check(new CsrfRequest(method, "same-origin", HERE, SESSION, null, null));
  }

  @Test
  void another_site_is_refused_even_with_the_right_token() {
    String token = guard.token(SESSION);
    for (String site : List.of("cross-site", "same-site", "", "SAME-ORIGIN")) {
      assertThat(guard.check(post(site, null, token))).isEqualTo(CsrfCheck.CROSS_SITE);
    }
    for (String origin :
        List.of(
            "null",
            "",
            "http://shop.example",
            "https://shop.example:8443",
            "https://shop.example.evil.example",
            "https://evil.example/https://shop.example",
            "https://SHOP.example",
            "https://sub.shop.example")) {
      assertThat(guard.check(post("same-origin", origin, token)))
          .isEqualTo(CsrfCheck.FOREIGN_ORIGIN);
    }
  }

  @Test
  void a_token_is_good_for_its_session_alone() {
    String token = guard.token(SESSION);
    String other = "T".repeat(43);
    for (String session : new String[] {other, null, ""}) {
      CsrfRequest request = new CsrfRequest("POST", "same-origin", HERE, session, token, token);
      assertThat(guard.check(request)).isEqualTo(CsrfCheck.BAD_TOKEN);
    }
    String before = guard.token(null);
    assertThat(guard.check(new CsrfRequest("POST", null, HERE, null, before, before)))
        .isEqualTo(CsrfCheck.PASSED);
    assertThat(guard.check(post(null, HERE, before)))
        .as("before the sign-in")
        .isEqualTo(CsrfCheck.BAD_TOKEN);
  }

  @Test
  void a_token_that_is_absent_or_not_the_cookies_is_refused() {
    String token = guard.token(SESSION);
    String another = guard.token(SESSION);
    String[][] pairs = {
      {null, token}, {token, null}, {null, null}, {token, another}, {"", ""}, {token, token + "x"}
    };
    for (String[] pair : pairs) {
      CsrfRequest request = new CsrfRequest("POST", "same-origin", HERE, SESSION, pair[0], pair[1]);
      assertThat(guard.check(request)).isEqualTo(CsrfCheck.NO_TOKEN);
    }
  }

  @Test
  void a_forged_token_in_both_places_is_refused() {
    String token = guard.token(SESSION);
    String forged = (token.charAt(0) == 'A' ? "B" : "A") + token.substring(1);
    assertThat(guard.check(post("same-origin", HERE, forged))).isEqualTo(CsrfCheck.BAD_TOKEN);
    String foreign = CsrfGuard.of(SigningKeys.of(root(9)), Set.of(HERE)).token(SESSION);
    assertThat(guard.check(post("same-origin", HERE, foreign))).isEqualTo(CsrfCheck.BAD_TOKEN);
  }

  @Test
  void a_browser_keeps_its_token_while_it_is_good_and_gets_a_new_one_then() {
    String token = guard.token(SESSION);
    assertThat(guard.token(SESSION, token)).isEqualTo(token);

    String forged = (token.charAt(0) == 'A' ? "B" : "A") + token.substring(1);
    for (String known : new String[] {null, "", forged, guard.token(null), token + "x"}) {
      String next = guard.token(SESSION, known);
      assertThat(next).isNotEqualTo(known);
      assertThat(guard.check(post("same-origin", HERE, next))).isEqualTo(CsrfCheck.PASSED);
    }
    assertThat(guard.token("T".repeat(43), token)).as("another session").isNotEqualTo(token);
  }

  @Test
  void a_token_outlives_one_rotation_of_the_key() {
    String token = guard.token(SESSION);
    keys.rotate(root(2));
    assertThat(guard.check(post(null, HERE, token))).isEqualTo(CsrfCheck.PASSED);
    keys.rotate(root(3));
    assertThat(guard.check(post(null, HERE, token))).isEqualTo(CsrfCheck.BAD_TOKEN);
  }

  @Test
  void whatever_is_submitted_is_judged_without_an_exception() {
    long seed = System.nanoTime();
    Random dice = new Random(seed);
    String token = guard.token(SESSION);
    for (int i = 0; i < 50_000; i++) {
      StringBuilder text = new StringBuilder(token);
      text.setCharAt(dice.nextInt(text.length()), (char) dice.nextInt(300));
      String mutant = text.toString();
      boolean passed = guard.check(post("same-origin", HERE, mutant)).passed();
      boolean sameBytes = mutant.startsWith(token.substring(0, token.length() - 1));
      assertThat(passed && !sameBytes).as("seed %d, %s", seed, mutant).isFalse();
    }
  }

  @Test
  void an_origin_that_is_none_is_refused_at_the_start() {
    for (String wrong :
        List.of("*", "null", "https://shop.example/", "http://shop.example", "shop.example")) {
      assertThatThrownBy(() -> CsrfGuard.of(keys, Set.of(wrong)))
          .isInstanceOf(InvalidRequestException.class);
    }
    assertThatThrownBy(() -> CsrfGuard.of(keys, Set.of()))
        .isInstanceOf(InvalidRequestException.class);
    CsrfGuard.of(keys, Set.of("http://localhost:8080"));
  }

  @Test
  void a_request_does_not_print_its_session_or_token() {
    assertThat(post("none", HERE, "the-token").toString()).doesNotContain(SESSION, "the-token");
  }
}
