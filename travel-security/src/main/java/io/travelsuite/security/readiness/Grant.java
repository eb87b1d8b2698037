package io.travelsuite.security.readiness;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an account may do with something, as {@code SHOW GRANTS} tells it; without the hash of a
 * password that MariaDB shows there.
 *
 * @param privileges in capitals, without columns
 * @param on {@code *.*}, {@code shop.*} or {@code shop.table}; empty for a role
 * @param option whether the account may grant it to others
 */
public record Grant(Set<String> privileges, String on, boolean option) {

  /** Copies the collections. */
  public Grant {
    privileges = Set.copyOf(privileges);
  }

  private static final Pattern STATEMENT =
      Pattern.compile("^GRANT (.+?) ON (?:TABLE |FUNCTION |PROCEDURE )?(\\S+) TO .*$");

  /**
   * {@return what a line of {@code SHOW GRANTS} says}
   *
   * @param line as the server says it
   */
  public static Grant parse(String line) {
    String plain = line.replace("`", "").replace("\\_", "_").replaceAll(" *\\([^)]*\\)", "");
    boolean option = plain.contains(" WITH GRANT OPTION");
    Matcher statement = STATEMENT.matcher(plain);
    if (!statement.matches()) {
      return new Grant(Set.of("ROLE"), "", option);
    }
    Set<String> privileges =
        Stream.of(statement.group(1).split(",", -1))
            .map(name -> name.strip().toUpperCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
    return new Grant(privileges, statement.group(2), option);
  }

  boolean ofServer() {
    return on.equals("*.*") || privileges.contains("PROXY");
  }

  boolean ofTable(String table) {
    return on.endsWith(".*") || on.endsWith("." + table);
  }
}
