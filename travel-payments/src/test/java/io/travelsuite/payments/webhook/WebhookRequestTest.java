package io.travelsuite.payments.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WebhookRequestTest {

  @Test
  void headers_are_found_in_any_case_with_all_their_values() {
    WebhookRequest request =
        WebhookRequest.of(
            new byte[0],
            Map.of("X-Sig", List.of("a", "b"), "x-SIG", List.of("c"), "Other", List.of()));
    assertThat(request.headers("x-sig")).containsExactlyInAnyOrder("a", "b", "c");
    assertThat(request.headers("OTHER")).isEmpty();
    assertThat(request.headers("none")).isEmpty();
  }

  @Test
  void the_body_is_the_bytes_that_came_whatever_happens_to_the_array() {
    byte[] bytes = "body".getBytes(UTF_8);
    WebhookRequest request = WebhookRequest.of(bytes, Map.of());
    bytes[0] = 'x';
    request.body()[0] = 'x';
    assertThat(request.body()).isEqualTo("body".getBytes(UTF_8));
  }

  @Test
  void a_form_is_decoded_in_its_order_with_repeats_and_what_is_no_encoding_stays() {
    WebhookRequest request =
        WebhookRequest.of("b=1&a=%41+c&b=2&&x&y=%zz".getBytes(UTF_8), Map.of()).query("q=%20");
    assertThat(request.form())
        .containsExactly(
            new WebhookParameter("b", "1"),
            new WebhookParameter("a", "A c"),
            new WebhookParameter("b", "2"),
            new WebhookParameter("x", ""),
            new WebhookParameter("y", "%zz"));
    assertThat(request.query()).containsExactly(new WebhookParameter("q", " "));
    WebhookParameter given = new WebhookParameter("z", "9");
    assertThat(request.form(List.of(given)).form()).containsExactly(given);
  }

  @Test
  void its_text_shows_no_body_and_no_header_value() {
    WebhookRequest request =
        WebhookRequest.of("card".getBytes(UTF_8), Map.of("x-callback-token", List.of("hush")));
    assertThat(request.toString()).doesNotContain("card", "hush").contains("x-callback-token");
  }
}
