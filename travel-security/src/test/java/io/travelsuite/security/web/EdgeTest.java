package io.travelsuite.security.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.travelsuite.InvalidRequestException;
import io.travelsuite.security.SteppingClock;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EdgeTest {

  private final HttpsRedirect redirect = HttpsRedirect.to("shop.example", "/health");

  @Test
  void plain_http_is_sent_to_the_configured_host() {
    assertThat(redirect.locationOf(false, "/trips?day=1&x=%20"))
        .contains("https://shop.example/trips?day=1&x=%20");
    assertThat(redirect.locationOf(true, "/trips")).isEmpty();
    assertThat(redirect.locationOf(false, "/health?deep=1")).isEmpty();
    assertThat(redirect.locationOf(false, "/health/x")).isPresent();
    assertThat(HttpsRedirect.STATUS).isEqualTo(308);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://evil.example/",
        "@evil.example",
        ".evil.example",
        ":1@evil.example",
        "/a\r\nSet-Cookie: a=b",
        "/a b",
        "/\\evil",
        "*",
        ""
      })
  void a_target_that_is_no_path_leads_to_the_start_page(String target) {
    assertThat(redirect.locationOf(false, target)).contains("https://shop.example/");
  }

  @Test
  void a_redirect_needs_a_host_and_no_more() {
    for (String host : new String[] {"*", "", "https://a.example", "a.example/x", "A.example"}) {
      assertThatThrownBy(() -> HttpsRedirect.to(host)).isInstanceOf(InvalidRequestException.class);
    }
  }

  @Test
  void hsts_lasts_a_year_and_preload_needs_what_browsers_ask() {
    assertThat(Hsts.DEFAULT.value()).isEqualTo("max-age=31536000; includeSubDomains");
    assertThat(new Hsts(Duration.ofDays(730), true, true).value()).endsWith("; preload");
    assertThatThrownBy(() -> new Hsts(Duration.ofDays(30), true, true))
        .isInstanceOf(InvalidRequestException.class);
    assertThatThrownBy(() -> new Hsts(Duration.ofSeconds(1), true, false))
        .isInstanceOf(InvalidRequestException.class);
  }

  @Test
  void hsts_is_sent_by_https_only_and_the_rest_always() {
    assertThat(SecurityHeaders.forApi().headers(false))
        .doesNotContainKey(Hsts.HEADER)
        .containsEntry("X-Content-Type-Options", "nosniff")
        .containsEntry("X-Frame-Options", "DENY")
        .containsEntry("Cache-Control", "no-store")
        .containsEntry(
            "Content-Security-Policy",
            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
    assertThat(SecurityHeaders.forApi().headers(true)).containsKey(Hsts.HEADER);
  }

  @Test
  void a_page_runs_only_scripts_with_its_nonce() {
    String nonce = "bm9uY2Utbm9uY2Utbm9uYw==";
    String policy = SecurityHeaders.forPages(nonce).headers(true).get("Content-Security-Policy");
    assertThat(policy).contains("script-src 'nonce-" + nonce + "';").doesNotContain("unsafe");
    assertThatThrownBy(() -> ContentSecurityPolicy.forPages("short"))
        .isInstanceOf(InvalidRequestException.class);
  }

  @Test
  void a_policy_refuses_what_ends_a_directive_or_lets_scripts_in() {
    ContentSecurityPolicy policy = ContentSecurityPolicy.forApi();
    assertThat(policy.with("frame-src", "https://pay.example").value())
        .endsWith("frame-src https://pay.example");
    for (String source : new String[] {"'unsafe-inline'", "'unsafe-eval'", "*", "data:"}) {
      assertThatThrownBy(() -> policy.with("script-src", source))
          .isInstanceOf(InvalidRequestException.class);
    }
    for (String source : new String[] {"a; script-src *", "a,b", "a\r\nb", "", "a b"}) {
      assertThatThrownBy(() -> policy.with("img-src", source))
          .isInstanceOf(InvalidRequestException.class);
    }
  }

  private final SteppingClock clock = new SteppingClock();
  private final BodyReader reader = new BodyReader(10, Duration.ofSeconds(5), clock);

  private static InputStream body(String text) {
    return new ByteArrayInputStream(text.getBytes(UTF_8));
  }

  @Test
  void a_body_is_read_up_to_its_limit_and_not_believed() throws IOException {
    assertThat(reader.read(body("0123456789"), -1))
        .isInstanceOfSatisfying(
            BodyReader.Body.Complete.class, all -> assertThat(all.bytes()).hasSize(10));
    assertThat(reader.read(body("0123456789x"), -1)).isInstanceOf(BodyReader.Body.TooLarge.class);
    assertThat(reader.read(body("0123456789x"), 3)).isInstanceOf(BodyReader.Body.TooLarge.class);
    assertThat(reader.read(body(""), 11)).isInstanceOf(BodyReader.Body.TooLarge.class);
    assertThat(reader.read(body("0123"), 5)).isInstanceOf(BodyReader.Body.Incomplete.class);
  }

  @Test
  void a_body_that_trickles_is_given_up() throws IOException {
    InputStream trickle =
        new InputStream() {
          @Override
          public int read() {
            throw new UnsupportedOperationException();
          }

          @Override
          public int read(byte[] buffer, int from, int length) {
            clock.pass(Duration.ofSeconds(2));
            buffer[from] = 'x';
            return 1;
          }
        };
    assertThat(reader.read(trickle, -1)).isInstanceOf(BodyReader.Body.TooSlow.class);
  }
}
