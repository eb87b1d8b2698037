package io.travelsuite.security.password;

import static io.travelsuite.InvalidRequestException.unless;

import java.text.Normalizer;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Which new passwords are refused. No rule asks for kinds of characters or for a change every few
 * months, as NIST SP 800-63B advises against both: length counts, and that nobody would guess it.
 *
 * <p>Compared as NFKC, in lower case and without the space around it. The list of common passwords
 * is Django's (some 19,700 entries); a password is common too when it is one of the list, of four
 * characters or more, with digits and signs before or after it. Immutable and thread-safe.
 */
public final class PasswordPolicy {

  private static final int MOST = 128;
  private static final int SHORTEST_WORD = 4;

  private final int least;
  private final List<String> context;
  private final GuessablePasswords common = GuessablePasswords.load();

  private PasswordPolicy(int least, List<String> context) {
    this.least = least;
    this.context = context;
  }

  /**
   * The policy for staff: operators and administrators. At least 12 characters (code points).
   *
   * @param context words that anybody would try here: the names of the product, the company, its
   *     brands; each of 4 characters or more
   * @return the policy, to be shared: it holds the list
   */
  public static PasswordPolicy forStaff(String... context) {
    return atLeast(12, context);
  }

  /**
   * A policy with another length.
   *
   * @param least the fewest characters, 8 to 64 (NIST SP 800-63B asks for 8 or more)
   * @param context as for {@link #forStaff}
   * @return the policy, to be shared: it holds the list
   */
  public static PasswordPolicy atLeast(int least, String... context) {
    unless(least >= 8 && least <= 64, "least", least, "must be 8 to 64");
    List<String> words = List.of(context).stream().map(PasswordPolicy::normal).toList();
    words.forEach(
        word -> unless(word.length() >= SHORTEST_WORD, "context", word, "must have 4 or more"));
    return new PasswordPolicy(least, words);
  }

  /**
   * Judges a password.
   *
   * @param password as it was typed
   * @param about what is known of its user: name, first and last name, e-mail address
   * @return all that is wrong with it; empty if it may be set
   */
  public Set<PasswordFault> check(String password, List<String> about) {
    EnumSet<PasswordFault> faults = EnumSet.noneOf(PasswordFault.class);
    int length = password.codePointCount(0, password.length());
    if (length > MOST) {
      return EnumSet.of(PasswordFault.TOO_LONG); // the rest would only cost time
    }
    add(faults, length < least, PasswordFault.TOO_SHORT);
    String normal = normal(password);
    add(faults, common.holds(normal), PasswordFault.TOO_COMMON);
    add(faults, isNumeric(normal), PasswordFault.ENTIRELY_NUMERIC);
    add(faults, context.stream().anyMatch(normal::contains), PasswordFault.CONTEXT_WORD);
    boolean similar = about.stream().anyMatch(text -> Similarity.isLike(normal, normal(text)));
    add(faults, similar, PasswordFault.TOO_SIMILAR);
    return faults;
  }

  private static void add(Set<PasswordFault> faults, boolean found, PasswordFault fault) {
    if (found) {
      faults.add(fault);
    }
  }

  private static boolean isNumeric(String text) {
    return !text.isEmpty() && text.codePoints().allMatch(Character::isDigit);
  }

  private static String normal(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
  }
}
