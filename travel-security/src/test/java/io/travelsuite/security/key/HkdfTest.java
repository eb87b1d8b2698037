package io.travelsuite.security.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.travelsuite.InvalidRequestException;
import io.travelsuite.security.Vectors;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class HkdfTest {

  private static byte[] derive(JsonNode test) {
    return Hkdf.derive(
        Vectors.hex(test, "ikm"),
        Vectors.hex(test, "salt"),
        Vectors.hex(test, "info"),
        test.path("size").asInt());
  }

  @Test
  void all_of_wycheproofs_hkdf_cases_pass() {
    List<JsonNode> cases = Vectors.wycheproof("hkdf_sha256_test.json");
    assertThat(cases).hasSize(86);
    for (JsonNode test : cases) {
      if (test.path("result").asText().equals("invalid")) {
        assertThatThrownBy(() -> derive(test)).isInstanceOf(InvalidRequestException.class);
      } else {
        assertThat(derive(test)).as(test.toString()).isEqualTo(Vectors.hex(test, "okm"));
      }
    }
  }

  @Test
  void all_of_wycheproofs_hmac_cases_pass() {
    hmac("hmac_sha256_test.json", Hmac.SHA256);
    hmac("hmac_sha512_test.json", Hmac.SHA512);
  }

  private static void hmac(String file, String algorithm) {
    List<JsonNode> cases = Vectors.wycheproof(file);
    assertThat(cases).hasSize(174);
    for (JsonNode test : cases) {
      byte[] tag = Vectors.hex(test, "tag");
      byte[] whole =
          Hmac.keyed(algorithm, Vectors.hex(test, "key")).doFinal(Vectors.hex(test, "msg"));
      boolean valid = test.path("result").asText().equals("valid");
      assertThat(Arrays.equals(Arrays.copyOf(whole, tag.length), tag))
          .as(test.toString())
          .isEqualTo(valid);
    }
  }
}
