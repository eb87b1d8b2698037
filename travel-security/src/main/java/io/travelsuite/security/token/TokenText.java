package io.travelsuite.security.token;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * What a token looks like: {@code prefix_}, 43 characters by chance (256 bits), and 6 that are the
 * CRC-32 of all before them. Letters and digits only: a double click selects it, and it needs no
 * escape anywhere. By the prefix scanners of repositories find it, and by the checksum they and
 * {@link ApiTokens} know it from what only looks alike.
 */
record TokenText(String prefix) {

  private static final String ALPHABET =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final int RANDOM = 43;
  private static final int CHECKSUM = 6;

  String next(SecureRandom random) {
    StringBuilder text = new StringBuilder(prefix).append('_');
    for (int i = 0; i < RANDOM; i++) {
      text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return text.append(checksum(text.toString())).toString();
  }

  /** The hash by which a token is looked up, if it has the form of one and its checksum. */
  Optional<String> hash(@Nullable String presented) {
    if (presented == null || presented.length() != prefix.length() + 1 + RANDOM + CHECKSUM) {
      return Optional.empty();
    }
    int end = presented.length() - CHECKSUM;
    boolean ours =
        presented.startsWith(prefix + "_")
            && presented.chars().skip(prefix.length() + 1L).allMatch(c -> ALPHABET.indexOf(c) >= 0)
            && presented.substring(end).equals(checksum(presented.substring(0, end)));
    return ours ? Optional.of(hashOf(presented)) : Optional.empty();
  }

  private static String checksum(String text) {
    CRC32 crc = new CRC32();
    crc.update(text.getBytes(StandardCharsets.US_ASCII));
    long rest = crc.getValue();
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < CHECKSUM; i++) {
      digits.append(ALPHABET.charAt((int) (rest % ALPHABET.length())));
      rest /= ALPHABET.length();
    }
    return digits.reverse().toString();
  }

  /** 256 bits by chance need no salt and no slow hash. */
  static String hashOf(String token) {
    try {
      byte[] bytes = token.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }
}
