package io.travelsuite.security.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.security.address.AddressRanges;
import io.travelsuite.security.address.RequestHeaders;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The guards of the edge, in the order in which they have to be asked. */
class EdgeGuardTest {

  private static final EdgeGuard EDGE =
      EdgeGuard.of(
              HostAllowList.of("shop.example"),
              CorsPolicy.origins("https://partner.example")
                  .ownSites("https://shop.example")
                  .build())
          .redirecting(HttpsRedirect.to("shop.example", "/health"))
          .behind(AddressRanges.of("10.0.0.0/8"));

  private static EdgeRequest request(String peer, boolean tls, String... headers) {
    Map<String, List<String>> fields = new HashMap<>(Map.of("Host", List.of("shop.example")));
    for (int i = 0; i < headers.length; i += 2) {
      fields.put(headers[i], List.of(headers[i + 1].split("\\|", -1)));
    }
    return new EdgeRequest("GET", "/a?b=c", peer, tls, RequestHeaders.of(fields));
  }

  private static EdgeAnswer.Ended ended(EdgeRequest request) {
    return (EdgeAnswer.Ended) EDGE.judge(request);
  }

  @Test
  void what_comes_by_tls_for_a_host_of_the_list_passes_with_all_headers() {
    EdgeAnswer answer = EDGE.judge(request("198.51.100.7", true));
    assertThat(answer).isInstanceOf(EdgeAnswer.Passed.class);
    assertThat(answer.headers())
        .containsKeys("Strict-Transport-Security", "Content-Security-Policy", "Vary");
  }

  @Test
  void what_comes_without_tls_is_sent_to_the_configured_host() {
    EdgeAnswer.Ended answer = ended(request("198.51.100.7", false));
    assertThat(answer.status()).isEqualTo(308);
    assertThat(answer.headers())
        .containsEntry("Location", "https://shop.example/a?b=c")
        .doesNotContainKey("Strict-Transport-Security");
  }

  @Test
  void a_poisoned_host_is_refused_before_anything_is_told_of_where_to_go() {
    EdgeAnswer.Ended answer = ended(request("198.51.100.7", false, "Host", "evil.example"));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.headers()).doesNotContainKey("Location");
    assertThat(answer.toString()).doesNotContain("evil");
  }

  @Test
  void only_a_trusted_proxy_says_that_it_was_tls_and_says_it_once() {
    String name = "X-Forwarded-Proto";
    assertThat(EDGE.judge(request("10.1.2.3", false, name, "https")))
        .isInstanceOf(EdgeAnswer.Passed.class);
    for (EdgeRequest request :
        List.of(
            request("198.51.100.7", false, name, "https"),
            request("10.1.2.3", false, name, "http"),
            request("10.1.2.3", false, name, "https|http"),
            request("10.1.2.3", false, name, "https, http"),
            request("nobody", false, name, "https"))) {
      assertThat(ended(request).status()).isEqualTo(308);
    }
  }

  @Test
  void another_origin_is_refused_and_a_preflight_is_answered() {
    EdgeAnswer.Ended foreign =
        ended(request("198.51.100.7", true, "Origin", "https://evil.example"));
    assertThat(foreign.status()).isEqualTo(403);
    assertThat(foreign.reason()).isEqualTo("cors-origin");
    assertThat(
            ended(request("198.51.100.7", true, "Origin", "https://partner.example|null")).status())
        .isEqualTo(403);
    EdgeRequest asked =
        new EdgeRequest(
            "OPTIONS",
            "/",
            "198.51.100.7",
            true,
            RequestHeaders.of(
                Map.of(
                    "Host",
                    List.of("shop.example"),
                    "Origin",
                    List.of("https://partner.example"),
                    "Access-Control-Request-Method",
                    List.of("POST"))));
    assertThat(ended(asked).status()).isEqualTo(204);
    assertThat(ended(asked).headers())
        .containsEntry("Access-Control-Allow-Origin", "https://partner.example")
        .containsKey("Strict-Transport-Security");
  }

  @Test
  void no_request_is_shown_with_what_it_holds() {
    EdgeRequest request = request("198.51.100.7", true, "Cookie", "session=hunter2");
    assertThat(request.toString()).doesNotContain("hunter2", "b=c");
  }
}
