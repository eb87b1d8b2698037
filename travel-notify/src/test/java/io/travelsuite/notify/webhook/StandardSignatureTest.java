package io.travelsuite.notify.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.travelsuite.InvalidRequestException;
import io.travelsuite.secret.Secret;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** By the standard's own vectors, which the examples keep with their sources. */
class StandardSignatureTest {

  private static final Path VECTORS =
      Path.of(
          "../examples/webhook-vectors/src/test/resources/vectors/webhooks/standard-webhooks.json");

  private static String header(JsonNode vector, String name) {
    JsonNode headers = vector.path("headers");
    return headers.path("webhook-" + name).asText(headers.path("svix-" + name).asText());
  }

  private static String sign(String secret, JsonNode vector) {
    return StandardSignature.sign(
        List.of(Secret.of(secret)),
        header(vector, "id"),
        Long.parseLong(header(vector, "timestamp")),
        vector.path("body").asText().getBytes(UTF_8));
  }

  @Test
  void every_vector_of_the_standard_is_signed_as_it_says() throws IOException {
    List<String> signed = new ArrayList<>();
    for (JsonNode vector : JsonMapper.builder().build().readTree(VECTORS.toFile()).path("cases")) {
      String signature = header(vector, "signature");
      boolean symmetric =
          vector.path("secret").isTextual()
              && !vector.path("secret").asText().startsWith("whpk_")
              && signature.startsWith("v1,");
      if (vector.path("valid").asBoolean() && symmetric && !header(vector, "id").isEmpty()) {
        assertThat(List.of(signature.split(" ")))
            .as(vector.path("name").asText())
            .contains(sign(vector.path("secret").asText(), vector));
        signed.add(vector.path("name").asText());
      }
    }
    assertThat(signed)
        .contains("sign-function-vector", "secret-without-prefix", "svix-docs-vector")
        .hasSizeGreaterThan(3);
  }

  @Test
  void a_new_secret_is_of_32_bytes_and_never_the_same() {
    Secret secret = StandardSignature.newSecret();

    assertThat(secret.text()).matches("whsec_[A-Za-z0-9+/]{43}=");
    assertThat(secret).isNotEqualTo(StandardSignature.newSecret());
  }

  @Test
  void a_secret_that_is_short_or_no_base64_and_an_id_with_a_stop_are_refused() {
    byte[] body = {};
    Secret good = StandardSignature.newSecret();
    for (String bad : List.of("whsec_", "whsec_c2hvcnQ=", "whsec_*not*base64*")) {
      assertThatThrownBy(() -> StandardSignature.sign(List.of(Secret.of(bad)), "id", 1, body))
          .isInstanceOf(InvalidRequestException.class)
          .hasMessageNotContaining(bad);
    }
    assertThatThrownBy(() -> StandardSignature.sign(List.of(good), "a.1", 1, body))
        .isInstanceOf(InvalidRequestException.class);
  }
}
