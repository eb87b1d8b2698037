package io.travelsuite.jdbc;

import java.security.SecureRandom;
import java.util.Locale;

/**
 * Short codes people read out: 10 characters of 32 that are not taken for one another (no 0, O, 1,
 * I), 50 random bits. Two of 10 million bookings are alike with a chance of 1 in 23; the unique key
 * then refuses the second and the hold is made again with another.
 */
final class Reference {

  private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
  private static final int LENGTH = 10;

  private final SecureRandom random = new SecureRandom();

  String next() {
    long bits = random.nextLong();
    StringBuilder code = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      code.append(ALPHABET.charAt((int) (bits & 31)));
      bits >>>= 5;
    }
    return code.toString();
  }

  /** As typed by people: small letters, spaces and hyphens are forgiven. */
  static String normalized(String typed) {
    return typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
  }
}
