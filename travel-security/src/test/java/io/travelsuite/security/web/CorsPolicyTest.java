package io.travelsuite.security.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.travelsuite.InvalidRequestException;
import io.travelsuite.security.Profile;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorsPolicyTest {

  private static final String PARTNER = "https://partner.example";

  private final CorsPolicy policy =
      CorsPolicy.origins(PARTNER, "https://other.example:8443")
          .ownSites("https://shop.example")
          .methods("GET", "POST", "DELETE")
          .headers("Content-Type", "Idempotency-Key")
          .exposed("Retry-After")
          .withCredentials()
          .build();

  private CorsAnswer preflight(String origin, String method, String headers) {
    return policy.answer(new CorsRequest("OPTIONS", origin, method, headers));
  }

  @Test
  void a_page_of_a_listed_origin_may_read_the_answer() {
    CorsAnswer answer = policy.answer(CorsRequest.of("POST", PARTNER));
    assertThat(answer).isInstanceOf(CorsAnswer.Granted.class);
    assertThat(answer.headers())
        .isEqualTo(
            Map.of(
                "Vary", "Origin",
                "Access-Control-Allow-Origin", PARTNER,
                "Access-Control-Allow-Credentials", "true",
                "Access-Control-Expose-Headers", "Retry-After"));
  }

  @Test
  void a_preflight_tells_methods_headers_and_for_how_long() {
    CorsAnswer answer = preflight(PARTNER, "DELETE", "idempotency-key, Content-Type");
    assertThat(answer).isInstanceOf(CorsAnswer.Preflight.class);
    assertThat(answer.headers())
        .containsEntry("Access-Control-Allow-Methods", "GET, POST, DELETE")
        .containsEntry("Access-Control-Allow-Headers", "Content-Type, Idempotency-Key")
        .containsEntry("Access-Control-Max-Age", "600")
        .containsEntry(
            "Vary", "Origin, Access-Control-Request-Method, Access-Control-Request-Headers");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "https://evil.example",
        "https://partner.example.evil.example",
        "https://evilpartner.example",
        "https://sub.partner.example",
        "http://partner.example",
        "https://partner.example:443",
        "https://partner.example:444",
        "https://partner.example/",
        "https://PARTNER.example",
        "https://partner.example, https://evil.example",
        "https://user@partner.example",
        "https://partnerXexample",
        " https://partner.example",
        "https://other.example",
        "*",
        ""
      })
  void any_other_origin_is_refused_and_granted_nothing(String origin) {
    for (CorsAnswer answer :
        new CorsAnswer[] {
          policy.answer(CorsRequest.of("GET", origin)), preflight(origin, "GET", null)
        }) {
      assertThat(answer).isInstanceOf(CorsAnswer.Refused.class);
      assertThat(answer.headers()).containsOnlyKeys("Vary");
    }
  }

  @Test
  void a_method_or_header_that_is_not_listed_is_refused() {
    assertThat(preflight(PARTNER, "PUT", null)).isInstanceOf(CorsAnswer.Refused.class);
    assertThat(preflight(PARTNER, "delete", null)).isInstanceOf(CorsAnswer.Refused.class);
    assertThat(preflight(PARTNER, "GET", "X-Evil")).isInstanceOf(CorsAnswer.Refused.class);
    assertThat(preflight(PARTNER, "GET", "content-type,,")).isInstanceOf(CorsAnswer.Refused.class);
    assertThat(policy.answer(CorsRequest.of("PUT", PARTNER)))
        .isInstanceOf(CorsAnswer.Refused.class);
  }

  @Test
  void no_origin_and_the_own_site_are_no_matter_of_cors_but_vary_is_set() {
    for (String origin : new String[] {null, "https://shop.example"}) {
      CorsAnswer answer = policy.answer(CorsRequest.of("POST", origin));
      assertThat(answer).isInstanceOf(CorsAnswer.NotCrossOrigin.class);
      assertThat(answer.headers()).containsOnly(Map.entry("Vary", "Origin"));
    }
  }

  /** Without the list of own sites a browser's own POST, which has an Origin, would be refused. */
  @Test
  void control_an_own_site_that_is_not_listed_is_refused() {
    CorsPolicy without = CorsPolicy.origins(PARTNER).build();
    assertThat(without.answer(CorsRequest.of("POST", "https://shop.example")))
        .isInstanceOf(CorsAnswer.Refused.class);
  }

  @Test
  void a_wildcard_is_refused_in_production_with_credentials_and_beside_others() {
    refused(CorsPolicy.origins("*"));
    refused(CorsPolicy.origins("*").profile(Profile.DEVELOPMENT).withCredentials());
    refused(CorsPolicy.origins("*", PARTNER).profile(Profile.DEVELOPMENT));
    CorsPolicy any = CorsPolicy.origins("*").profile(Profile.DEVELOPMENT).build();
    assertThat(any.answer(CorsRequest.of("GET", "https://a.example")).headers())
        .containsEntry("Access-Control-Allow-Origin", "*");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "http://partner.example",
        "https://partner.example/",
        "https://*.example",
        "https://Partner.example",
        "https://partner.example:443",
        "partner.example",
        "ftp://partner.example",
        "https://partner.example\r\nX: y"
      })
  void what_is_no_https_origin_is_refused_at_build(String origin) {
    refused(CorsPolicy.origins(origin));
    assertThatThrownBy(() -> CorsPolicy.origins(PARTNER).ownSites(origin))
        .isInstanceOf(InvalidRequestException.class);
  }

  @Test
  void a_wildcard_among_methods_and_headers_is_refused() {
    assertThatThrownBy(() -> CorsPolicy.origins(PARTNER).headers("*"))
        .isInstanceOf(InvalidRequestException.class);
    assertThatThrownBy(() -> CorsPolicy.origins(PARTNER).methods("*"))
        .isInstanceOf(InvalidRequestException.class);
    assertThatThrownBy(() -> CorsPolicy.origins(PARTNER).maxAge(Duration.ofHours(3)))
        .isInstanceOf(InvalidRequestException.class);
  }

  @Test
  void nothing_of_a_random_request_is_ever_echoed() {
    Random random = new Random(20261127);
    String alphabet = "htps:/.*,partnerexample \r\n\"null";
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(40); length > 0; length--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      String origin = text.toString();
      CorsAnswer answer = preflight(origin, origin, origin);
      assertThat(answer).as("seed 20261127, %s", origin).isInstanceOf(CorsAnswer.Refused.class);
    }
    CorsAnswer huge = preflight(PARTNER, "GET", "content-type,".repeat(1_000_000));
    assertThat(huge).isInstanceOf(CorsAnswer.Refused.class);
  }

  private static void refused(CorsPolicyBuilder builder) {
    assertThatThrownBy(builder::build).isInstanceOf(InvalidRequestException.class);
  }
}
