package io.travelsuite.security.password;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How much of a password is of a user's attribute, as Django judges it: by the characters they
 * share in any order (Python's {@code SequenceMatcher.quick_ratio}), 0.7 of both or more. In linear
 * time.
 */
final class Similarity {

  private static final double LIKE = 0.7;
  private static final Pattern BETWEEN_WORDS =
      Pattern.compile("\\W+", Pattern.UNICODE_CHARACTER_CLASS);

  private Similarity() {}

  /** Whether a password is like an attribute or a word of it. */
  static boolean isLike(String password, String attribute) {
    return Stream.concat(BETWEEN_WORDS.splitAsStream(attribute), Stream.of(attribute))
        .filter(part -> !part.isEmpty())
        .anyMatch(part -> ratio(password, part) >= LIKE);
  }

  private static double ratio(String one, String other) {
    Map<Integer, Integer> left = new HashMap<>();
    other.codePoints().forEach(character -> left.merge(character, 1, Integer::sum));
    long shared = one.codePoints().filter(c -> left.merge(c, -1, Integer::sum) >= 0).count();
    long all = one.codePoints().count() + other.codePoints().count();
    return 2.0 * shared / all;
  }
}
