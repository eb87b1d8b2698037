package io.travelsuite.security.key;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.travelsuite.InvalidRequestException;
import io.travelsuite.secret.Secret;
import io.travelsuite.security.secret.SecretVersions;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SigningKeysTest {

  private static final byte[] DATA = "what is signed".getBytes(UTF_8);

  private static Secret root(int seed) {
    byte[] bytes = new byte[32];
    new Random(seed).nextBytes(bytes);
    return Secret.of(bytes);
  }

  @Test
  void what_was_signed_for_one_purpose_is_worth_nothing_for_another() {
    SigningKeys keys = SigningKeys.of(root(1));
    byte[] signature = keys.signer("csrf").sign(DATA);

    assertThat(keys.signer("csrf").verify(signature, DATA)).isTrue();
    assertThat(keys.signer("device").verify(signature, DATA)).isFalse();
  }

  @Test
  void a_signature_with_any_bit_changed_or_cut_is_refused() {
    Signer signer = SigningKeys.of(root(2)).signer("csrf");
    byte[] signature = signer.sign(DATA);
    for (int bit = 0; bit < signature.length * 8; bit++) {
      byte[] changed = signature.clone();
      changed[bit / 8] ^= (byte) (1 << (bit % 8));
      assertThat(signer.verify(changed, DATA)).isFalse();
    }
    assertThat(signer.verify(new byte[0], DATA)).isFalse();
  }

  @Test
  void a_part_cannot_be_moved_to_its_neighbour() {
    Signer signer = SigningKeys.of(root(3)).signer("csrf");
    byte[] signature = signer.sign("ab".getBytes(UTF_8), "c".getBytes(UTF_8));

    assertThat(signer.verify(signature, "a".getBytes(UTF_8), "bc".getBytes(UTF_8))).isFalse();
  }

  @Test
  void a_signer_follows_a_rotation_and_verifies_by_the_previous_root_once() {
    SigningKeys keys = SigningKeys.of(root(4));
    Signer signer = keys.signer("csrf");
    byte[] first = signer.sign(DATA);

    keys.rotate(root(5));
    assertThat(signer.verify(first, DATA)).isTrue();
    assertThat(signer.sign(DATA)).isNotEqualTo(first);
    keys.rotate(root(5));
    assertThat(signer.verify(first, DATA)).as("the same root again is no rotation").isTrue();

    keys.rotate(root(6));
    assertThat(signer.verify(first, DATA)).isFalse();
  }

  @Test
  void what_a_previous_root_signed_is_verified_after_a_restart() {
    byte[] before = SigningKeys.of(root(7)).signer("csrf").sign(DATA);

    assertThat(SigningKeys.of(root(8), root(7)).signer("csrf").verify(before, DATA)).isTrue();
    assertThat(SigningKeys.of(root(8)).signer("csrf").verify(before, DATA)).isFalse();

    SecretVersions rotated = new SecretVersions(root(8), root(7), null);
    assertThat(SigningKeys.of(rotated).signer("csrf").verify(before, DATA)).isTrue();
    SecretVersions settled = SecretVersions.of(root(8));
    assertThat(SigningKeys.of(settled).signer("csrf").verify(before, DATA)).isFalse();
  }

  @Test
  void a_weak_root_is_refused_and_not_shown() {
    for (String weak :
        new String[] {
          "short-1234567890",
          "abcabcabcabcabcabcabcabcabcabcabcabcabc",
          "django-insecure-0123456789abcdefghijklmnopqrstuvwxyz",
          "CHANGEME-0123456789abcdefghijklmnopqrstuvwxyz"
        }) {
      assertThatThrownBy(() -> SigningKeys.of(Secret.of(weak)))
          .isInstanceOf(InvalidRequestException.class)
          .hasMessageNotContaining(weak);
    }
  }

  @Test
  void nothing_that_prints_shows_a_key() {
    String root = "0123456789abcdefghijklmnopqrstuvwxyz";
    SigningKeys keys = SigningKeys.of(Secret.of(root));

    assertThat(keys + " " + keys.signer("csrf") + " " + keys.roots()).doesNotContain(root);
  }
}
