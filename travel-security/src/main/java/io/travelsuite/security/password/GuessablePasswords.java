package io.travelsuite.security.password;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/** Django's list of common passwords, in the jar; some 2 MB of memory. */
final class GuessablePasswords {

  private static final String LIST = "common-passwords.txt.gz";

  /** A shorter one with digits around it is not what makes a password weak. */
  private static final int SHORTEST_CORE = 4;

  private final Set<String> list;

  private GuessablePasswords(Set<String> list) {
    this.list = list;
  }

  static GuessablePasswords load() {
    try (InputStream file = GuessablePasswords.class.getResourceAsStream(LIST);
        InputStream lines = new GZIPInputStream(Objects.requireNonNull(file, LIST));
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(lines, StandardCharsets.UTF_8))) {
      return new GuessablePasswords(
          reader.lines().map(String::strip).collect(Collectors.toUnmodifiableSet()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether it is on the list, or one that is with something around it. */
  boolean holds(String password) {
    String core = core(password);
    return list.contains(password) || (core.length() >= SHORTEST_CORE && list.contains(core));
  }

  /** From the first letter to the last. */
  private static String core(String password) {
    int from = 0;
    int to = password.length();
    while (from < to && !Character.isLetter(password.charAt(from))) {
      from++;
    }
    while (to > from && !Character.isLetter(password.charAt(to - 1))) {
      to--;
    }
    return password.substring(from, to);
  }
}
