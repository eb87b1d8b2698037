package io.travelsuite.notify.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.travelsuite.InvalidRequestException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartnerUrlTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "https://",
        "https:///path",
        "ftp://a.example/",
        "file:///etc/passwd",
        "gopher://a.example/",
        "//a.example/",
        "a.example/hook",
        "https:a.example",
        "https:/a.example",
        "https:\\\\a.example\\",
        "https://a.example\\@b.example/",
        "javascript:alert(1)",
        "https://user@a.example/",
        "https://user:pass@a.example/",
        "https://a.example@127.0.0.1/",
        "https://a.example#@127.0.0.1/",
        "https://a.example/#fragment",
        "https://127.0.0.1/",
        "https://127.1/",
        "https://2130706433/",
        "https://0x7f000001/",
        "https://0x7f.0.0.1/",
        "https://0177.0.0.1/",
        "https://017700000001/",
        "https://127.0.0.0x1/",
        "https://a.example.0x1/",
        "https://8.8.8.8/",
        "https://[::1]/",
        "https://[::ffff:7f00:1]/",
        "https://[fe80::1%25eth0]/",
        "https://localhost/",
        "https://localhost:443/",
        "https://hook.localhost/",
        "https://printer.local/",
        "https://metadata.google.internal/",
        "https://router.home.arpa/",
        "https://hidden.onion/",
        "https://intranet/",
        "https://a.example./",
        "https://.a.example/",
        "https://a..example/",
        "https://-a.example/",
        "https://a-.example/",
        "https://a_b.example/",
        "https://a%2eexample/",
        "https://a.example%00.b.example/",
        "https://a.example:0/",
        "https://a.example:65536/",
        "https://a.example:/",
        "https://a.example:-1/",
        "https://a.example:443:80/",
        "https://a.example:8443/",
        "https://a.example /",
        "https://a.example/a b",
        "https://a.example/\r\nHost: b.example",
        "https://a.example\t/",
        "https://a.example/\u0000",
        "https://ａ.example/",
        "https://a。example/",
        "https://①②⑦.⓪.⓪.①/",
        "https://bücher.example/",
        "http://a.example/",
        " https://a.example/",
        "HTTPS://a.example/"
      })
  void what_two_programs_might_read_differently_is_no_url(String url) {
    assertThatThrownBy(() -> Egress.DEFAULT.check(url))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageNotContaining("user:pass");
  }

  @Test
  void the_one_form_is_taken_and_its_host_is_in_lower_case() {
    PartnerUrl url = Egress.DEFAULT.check("https://Hooks.Partner.example/v1/in?tenant=7");

    assertThat(url)
        .isEqualTo(new PartnerUrl(true, "hooks.partner.example", 443, "/v1/in?tenant=7"));
    assertThat(url.text()).isEqualTo("https://hooks.partner.example/v1/in?tenant=7");
    assertThat(Egress.DEFAULT.check(url.text())).isEqualTo(url);
    assertThat(Egress.DEFAULT.check("https://xn--bcher-kva.example").target()).isEqualTo("/");
    assertThat(Egress.DEFAULT.check("https://a.example?x").target()).isEqualTo("/?x");
  }

  @Test
  void a_port_that_the_host_allows_is_taken() {
    Egress more = Egress.DEFAULT.ports(Set.of(443, 8443));

    assertThat(more.check("https://a.example:8443/").authority()).isEqualTo("a.example:8443");
    assertThat(more.check("https://a.example:443/").authority()).isEqualTo("a.example");
  }

  @Test
  void its_text_form_does_not_show_a_token_in_the_path() {
    assertThat(PartnerUrl.of("https://a.example/hooks/T0KEN")).asString().doesNotContain("T0KEN");
  }

  @Test
  void a_url_of_2001_characters_is_none() {
    String path = "x".repeat(2_000 - "https://a.example/".length());
    assertThat(PartnerUrl.of("https://a.example/" + path).target()).hasSize(path.length() + 1);
    assertThatThrownBy(() -> PartnerUrl.of("https://a.example/x" + path))
        .isInstanceOf(InvalidRequestException.class);
  }
}
