package io.travelsuite.security.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.travelsuite.security.Vectors;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class FieldCipherTest {

  private static final String TEXT = "Anna canary-5e1f Müller-Ōta 🚌";
  private static final FieldPlace PLACE = Samples.row(1).column("customer_name");

  private final FieldCipher cipher = new FieldCipher();
  private final DataKey key = new DataKey(3, Samples.key(3));
  private final DataKeys keys = new DataKeys(List.of(key, new DataKey(2, Samples.key(2))));

  @Test
  void what_is_sealed_opens_at_its_place() {
    for (String text : List.of("", "a", TEXT, "x".repeat(100_000))) {
      byte[] bytes = cipher.seal(key, PLACE, text);
      assertThat(bytes)
          .hasSize(FieldCipher.OVERHEAD + text.getBytes(StandardCharsets.UTF_8).length);
      assertThat(cipher.open(keys, PLACE, bytes)).isEqualTo(text);
      assertThat(FieldCipher.keyId(bytes)).hasValue(3);
    }
    byte[] earlier = cipher.seal(new DataKey(2, Samples.key(2)), PLACE, TEXT);
    assertThat(cipher.open(keys, PLACE, earlier)).isEqualTo(TEXT);
  }

  @Test
  void what_is_copied_to_another_place_is_refused() {
    byte[] bytes = cipher.seal(key, PLACE, TEXT);
    RowPlace row = PLACE.row();
    for (FieldPlace other :
        List.of(
            row.column("customer_email"),
            Samples.row(2).column("customer_name"),
            new RowPlace(row.operator(), "travel_bookin", row.row()).column("customer_name"),
            new RowPlace(Samples.OTHER, row.table(), row.row()).column("customer_name"),
            new RowPlace(row.operator(), row.table(), row.row() + "c").column("ustomer_name"))) {
      refused(other, bytes);
    }
  }

  @Test
  void control_without_associated_data_a_copied_ciphertext_is_taken() {
    byte[] none = {};
    byte[] in = new byte[Aead.NONCE_BYTES + 5 + Aead.TAG_BYTES];
    Aead.seal(key.key(), none, "hello".getBytes(StandardCharsets.UTF_8), new Aead.Slot(in, 0));
    byte[] copied = in.clone();
    assertThat(Aead.open(key.key(), none, new Aead.Slot(copied, 0)))
        .isEqualTo("hello".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void every_bit_that_is_altered_and_every_byte_that_is_cut_is_refused() {
    byte[] bytes = cipher.seal(key, PLACE, TEXT);
    for (int bit = 0; bit < 8 * bytes.length; bit++) {
      byte[] altered = bytes.clone();
      altered[bit / 8] ^= (byte) (1 << bit % 8);
      refused(PLACE, altered);
    }
    for (int length = 0; length < bytes.length; length++) {
      refused(PLACE, Arrays.copyOf(bytes, length));
      refused(PLACE, Arrays.copyOfRange(bytes, bytes.length - length, bytes.length));
    }
    refused(PLACE, Arrays.copyOf(bytes, bytes.length + 1));
  }

  @Test
  void another_key_of_the_same_number_is_refused_and_so_is_a_number_nobody_knows() {
    byte[] bytes = cipher.seal(new DataKey(3, Samples.key(9)), PLACE, TEXT);
    refused(PLACE, bytes);
    refused(PLACE, cipher.seal(new DataKey(4, Samples.key(3)), PLACE, TEXT));
  }

  @Test
  void whatever_bytes_are_read_they_are_refused_and_nothing_else_is_thrown() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 50_000; i++) {
      byte[] bytes = new byte[random.nextInt(80)];
      random.nextBytes(bytes);
      if (bytes.length > 5 && random.nextBoolean()) {
        System.arraycopy(new byte[] {1, 0, 0, 0, 3}, 0, bytes, 0, 5);
      }
      assertThatThrownBy(() -> cipher.open(keys, PLACE, bytes))
          .as("seed %d, try %d", seed, i)
          .isInstanceOf(UnreadableFieldException.class);
      assertThatCode(() -> FieldCipher.keyId(bytes)).doesNotThrowAnyException();
    }
  }

  private void refused(FieldPlace place, byte[] bytes) {
    assertThatThrownBy(() -> cipher.open(keys, place, bytes))
        .isInstanceOf(UnreadableFieldException.class)
        .hasMessage(
            "the sealed field " + place.row().table() + "." + place.column() + " can't be opened")
        .hasNoCause();
  }

  @Test
  void a_nonce_never_comes_again_and_equal_texts_differ() {
    Set<String> nonces = new HashSet<>();
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = cipher.seal(key, PLACE, "same");
      nonces.add(Arrays.toString(Arrays.copyOfRange(bytes, 5, 17)));
    }
    assertThat(nonces).hasSize(20_000);
  }

  @Test
  void a_key_that_has_sealed_its_bound_seals_no_more() {
    DataKey worn = new DataKey(1, Samples.key(1), 2);
    cipher.seal(worn, PLACE, "a");
    byte[] last = cipher.seal(worn, PLACE, "b");
    assertThatThrownBy(() -> cipher.seal(worn, PLACE, TEXT))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("rotate")
        .hasMessageNotContaining("canary");
    assertThat(cipher.open(new DataKeys(List.of(worn)), PLACE, last)).isEqualTo("b");
  }

  @Test
  void nothing_shows_a_text_or_a_key() {
    assertThat(key + " " + keys + " " + new OpenResult.Opened(java.util.Map.of("c", TEXT)))
        .isEqualTo("DataKey[3] DataKeys[current 3 of 2] Opened[c]");
    byte[] bytes = cipher.seal(key, PLACE, TEXT);
    assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).doesNotContain("canary");
  }

  @Test
  void all_of_wycheproofs_cases_of_our_sizes_pass() {
    int passed = 0;
    for (JsonNode group : Vectors.json("data/aes_gcm_test.json").path("testGroups")) {
      boolean ours = group.path("keySize").asInt() == 256 && group.path("ivSize").asInt() == 96;
      for (JsonNode test : ours ? group.path("tests") : group.path("none")) {
        judge(test);
        passed++;
      }
    }
    assertThat(passed).isEqualTo(66);
  }

  private static void judge(JsonNode test) {
    SecretKeySpec aes = new SecretKeySpec(Vectors.hex(test, "key"), "AES");
    byte[] associated = Vectors.hex(test, "aad");
    byte[] text = Vectors.hex(test, "msg");
    byte[] nonce = Vectors.hex(test, "iv");
    byte[] whole = join(nonce, Vectors.hex(test, "ct"), Vectors.hex(test, "tag"));
    boolean valid = test.path("result").asText().equals("valid");
    byte[] opened = Aead.open(aes, associated, new Aead.Slot(whole, 0));
    assertThat(opened).as(test.toString()).isEqualTo(valid ? text : null);
    byte[] bytes = Arrays.copyOf(nonce, Aead.NONCE_BYTES + text.length + Aead.TAG_BYTES);
    Aead.seal(aes, associated, text, new Aead.Slot(bytes, 0));
    assertThat(Arrays.equals(bytes, whole)).as(test.toString()).isEqualTo(valid);
  }

  private static byte[] join(byte[] nonce, byte[] text, byte[] tag) {
    byte[] whole = Arrays.copyOf(nonce, nonce.length + text.length + tag.length);
    System.arraycopy(text, 0, whole, nonce.length, text.length);
    System.arraycopy(tag, 0, whole, nonce.length + text.length, tag.length);
    return whole;
  }
}
