package io.travelsuite.security.data;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.travelsuite.secret.Secret;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;

/** Wraps one key by another with AES-256-GCM: nonce, ciphertext and tag in base64. */
final class LocalWrapping {

  private static final int BYTES = Aead.NONCE_BYTES + Aead.KEY_BYTES + Aead.TAG_BYTES;
  private static final Pattern TEXT = Pattern.compile("[A-Za-z0-9+/]{80}");

  private final SecureRandom random = new SecureRandom();

  String wrap(Secret by, Secret key, byte[] associated) {
    byte[] nonce = new byte[Aead.NONCE_BYTES];
    random.nextBytes(nonce);
    byte[] out = java.util.Arrays.copyOf(nonce, BYTES);
    Aead.seal(aes(by), associated, key.bytes(), new Aead.Slot(out, 0));
    return Base64.getEncoder().encodeToString(out);
  }

  Secret unwrap(Secret by, String text, byte[] associated) {
    if (TEXT.matcher(text).matches()) {
      byte[] in = Base64.getDecoder().decode(text.getBytes(US_ASCII));
      byte[] key = Aead.open(aes(by), associated, new Aead.Slot(in, 0));
      if (key != null) {
        return Secret.of(key);
      }
    }
    throw refused();
  }

  static KeyUnavailableException refused() {
    return new KeyUnavailableException(
        "a wrapped key does not open: another key's, or altered", false);
  }

  private static SecretKeySpec aes(Secret key) {
    return new SecretKeySpec(key.bytes(), "AES");
  }
}
