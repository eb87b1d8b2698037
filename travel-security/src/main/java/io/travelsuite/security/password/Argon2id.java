package io.travelsuite.security.password;

import io.travelsuite.InvalidRequestException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id, version 19 (RFC 9106), in the text form of its reference implementation: {@code
 * $argon2id$v=19$m=19456,t=2,p=1$salt$hash}, Base64 without padding.
 */
final class Argon2id implements StoredHash {

  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;

  private static final Pattern FORM =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=(\\d{1,6}),t=(\\d{1,2}),p=(\\d{1,2})"
              + "\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{22,86})");

  private final Argon2Settings settings;
  private final byte[] salt;
  private final byte[] hash;

  private Argon2id(Argon2Settings settings, byte[] salt, byte[] hash) {
    this.settings = settings;
    this.salt = salt;
    this.hash = hash;
  }

  /** A hash that no password has, as far as anybody knows. */
  static Argon2id ofNobody(Argon2Settings settings) {
    return new Argon2id(settings, new byte[SALT_BYTES], new byte[HASH_BYTES]);
  }

  /** A new hash, with a salt by chance. */
  static Argon2id of(String password, Argon2Settings settings, SecureRandom random) {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    return new Argon2id(settings, salt, compute(normal(password), settings, salt, HASH_BYTES));
  }

  static Optional<Argon2id> parse(String stored) {
    Matcher match = FORM.matcher(stored);
    if (!match.matches()) {
      return Optional.empty();
    }
    try {
      Argon2Settings settings =
          new Argon2Settings(number(match, 1), number(match, 2), number(match, 3));
      Base64.Decoder decoder = Base64.getDecoder();
      byte[] salt = decoder.decode(match.group(4));
      return Optional.of(new Argon2id(settings, salt, decoder.decode(match.group(5))));
    } catch (InvalidRequestException tooCostly) {
      return Optional.empty();
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  private static int number(Matcher match, int group) {
    return Integer.parseInt(match.group(group));
  }

  @Override
  public boolean matches(String password) {
    return MessageDigest.isEqual(hash, compute(normal(password), settings, salt, hash.length));
  }

  /** As typed on another keyboard, {@code é} may be one code point or two. */
  private static byte[] normal(String password) {
    String same = Normalizer.normalize(password, Normalizer.Form.NFKC);
    return same.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] compute(byte[] password, Argon2Settings settings, byte[] salt, int length) {
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(settings.memoryKib())
            .withIterations(settings.iterations())
            .withParallelism(settings.parallelism())
            .withSalt(salt)
            .build());
    byte[] hash = new byte[length];
    generator.generateBytes(password, hash);
    return hash;
  }

  Argon2Settings settings() {
    return settings;
  }

  String text() {
    Base64.Encoder encoder = Base64.getEncoder().withoutPadding();
    return "$argon2id$v=19$m="
        + settings.memoryKib()
        + ",t="
        + settings.iterations()
        + ",p="
        + settings.parallelism()
        + "$"
        + encoder.encodeToString(salt)
        + "$"
        + encoder.encodeToString(hash);
  }

  /** Not the hash: who reads it in a log may try passwords on it. */
  @Override
  public String toString() {
    return "Argon2id[" + settings + "]";
  }
}
