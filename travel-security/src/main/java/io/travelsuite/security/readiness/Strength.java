package io.travelsuite.security.readiness;

import io.travelsuite.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Whether a secret was made by chance, as far as its look tells. */
final class Strength {

  /** 32 random hexadecimal digits, the weakest text that is let through, have some 115. */
  private static final double LEAST_BITS = 100;

  private static final int SHORT = 20;
  private static final double LEAST_BITS_SHORT = 70;

  private static final List<String> PLACEHOLDERS =
      List.of(
          "django-insecure",
          "insecure",
          "changeme",
          "change-me",
          "change_me",
          "replace",
          "secret",
          "example",
          "default",
          "password",
          "passw0rd",
          "letmein",
          "qwerty",
          "12345",
          "dummy");

  private Strength() {}

  static boolean isPlaceholder(Secret secret) {
    String text = secret.text().toLowerCase(Locale.ROOT);
    return PLACEHOLDERS.stream().anyMatch(text::startsWith);
  }

  /** Shorter than it should be, or of characters that come again and again. */
  static boolean isWeak(Secret secret, int leastBytes) {
    byte[] bytes = secret.bytes();
    double least = leastBytes > SHORT ? LEAST_BITS : LEAST_BITS_SHORT;
    return bytes.length < leastBytes || bits(bytes) < least || repeats(bytes);
  }

  /** Shannon's, by how often each byte is there, for all bytes. */
  private static double bits(byte[] bytes) {
    Map<Byte, Integer> counts = new HashMap<>();
    for (byte one : bytes) {
      counts.merge(one, 1, Integer::sum);
    }
    double sum = 0;
    for (int count : counts.values()) {
      sum -= count * Math.log((double) count / bytes.length) / Math.log(2);
    }
    return sum;
  }

  /** One part again and again. */
  private static boolean repeats(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    return (text + text).indexOf(text, 1) < text.length();
  }
}
