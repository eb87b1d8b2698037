package io.travelsuite.security.password;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.travelsuite.security.Vectors;
import io.travelsuite.security.key.Hmac;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;
import org.junit.jupiter.api.Test;

/** Hashes that others made. */
class HashVectorsTest {

  private static boolean matches(String stored, String password) {
    return StoredHash.parse(stored).orElseThrow().matches(password);
  }

  @Test
  void argon2id_of_the_reference_implementation_is_verified_and_its_other_kinds_are_refused() {
    int verified = 0;
    for (JsonNode test : Vectors.json("signin/argon2-hashtests.json").path("tests")) {
      String encoded = test.path("encoded").asText();
      if (encoded.startsWith("$argon2id$v=19$")) {
        assertThat(matches(encoded, test.path("pwd").asText())).as(encoded).isTrue();
        assertThat(matches(encoded, "differentpassworD")).as(encoded).isFalse();
        verified++;
      } else {
        assertThat(StoredHash.parse(encoded)).as(encoded).isEmpty();
      }
    }
    assertThat(verified).isEqualTo(8);
  }

  @Test
  void bcrypt_of_openbsd_is_verified() {
    JsonNode tests = Vectors.json("signin/bcrypt-vectors.json").path("tests");
    assertThat(tests).hasSize(20);
    for (JsonNode test : tests) {
      String hash = test.path("hash").asText();
      String password = test.path("password").asText();
      assertThat(matches(hash, password)).as(hash).isTrue();
      assertThat(matches(hash, password + "x")).as(hash).isFalse();
      assertThat(matches(hash, password + "\0x")).as(hash).isFalse();
    }
  }

  private static String bcrypt(String password) {
    return OpenBSDBCrypt.generate("2b", password.getBytes(UTF_8), new byte[16], 4);
  }

  @Test
  void a_password_is_never_cut_at_the_72_bytes_of_bcrypt() {
    String most = "x".repeat(72);

    assertThat(matches(bcrypt(most), most)).isTrue();
    assertThat(matches(bcrypt(most), most + "y")).isFalse();
    assertThat(matches(bcrypt(most), most.substring(1))).isFalse();
    assertThat(matches(bcrypt(most), "é".repeat(36) + "y")).isFalse();
  }

  @Test
  void control_the_library_below_does_cut_it() {
    String most = "x".repeat(72);

    assertThat(OpenBSDBCrypt.checkPassword(bcrypt(most), (most + "y").getBytes(UTF_8))).isTrue();
  }

  @Test
  void a_bcrypt_hash_of_a_broken_kind_or_of_boundless_cost_is_refused() {
    String hash = bcrypt("a");
    assertThat(StoredHash.parse(hash)).isPresent();
    assertThat(StoredHash.parse(hash.replace("$2b$", "$2x$"))).isEmpty();
    assertThat(StoredHash.parse(hash.replace("$2b$04$", "$2b$31$"))).isEmpty();
  }

  @Test
  void all_of_wycheproofs_pbkdf2_cases_pass() {
    List<JsonNode> cases = Vectors.wycheproof("pbkdf2_hmacsha256_test.json");
    assertThat(cases).hasSize(60);
    for (JsonNode test : cases) {
      byte[] derived =
          DjangoPbkdf2.derive(
              Hmac.keyed(Hmac.SHA256, Vectors.hex(test, "password")),
              Vectors.hex(test, "salt"),
              test.path("iterationCount").asInt(),
              test.path("dkLen").asInt());
      assertThat(derived).as(test.toString()).isEqualTo(Vectors.hex(test, "dk"));
    }
  }

  /**
   * The first is of Django 3.2's tests/auth_tests/test_hashers.py (BSD-3), both of Python's
   * hashlib.
   */
  @Test
  void djangos_pbkdf2_is_verified() {
    assertThat(
            matches(
                "pbkdf2_sha256$260000$seasalt$YlZ2Vggtqdc61YjArZuoApoBh9JNGYoDRBUGu6tcJQo=",
                "l\u00e8tmein"))
        .isTrue();
    String sha1 = "pbkdf2_sha1$260000$seasalt$XXHk2gQ7tjWIyrS320RXXsGqkUg=";
    assertThat(matches(sha1, "l\u00e8tmein")).isTrue();
    assertThat(matches(sha1, "l\u00e8tmeinz")).isFalse();
  }

  @Test
  void what_is_no_hash_or_costs_too_much_is_refused() {
    List<String> refused =
        List.of(
            "",
            "!",
            "plain",
            "md5$salt$d41d8cd98f00b204e9800998ecf8427e",
            "pbkdf2_sha256$9999999$seasalt$YlZ2Vggtqdc61YjArZuoApoBh9JNGYoDRBUGu6tcJQo=",
            "pbkdf2_sha256$0$seasalt$YlZ2Vggtqdc61YjArZuoApoBh9JNGYoDRBUGu6tcJQo=",
            "$argon2id$v=19$m=999999,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$" + "A".repeat(43),
            "$argon2id$v=19$m=1,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$" + "A".repeat(43),
            "$argon2id$v=19$m=64,t=99,p=1$c29tZXNhbHRzb21lc2FsdA$" + "A".repeat(43));
    assertThat(refused.stream().map(StoredHash::parse)).allMatch(Optional::isEmpty);
  }
}
