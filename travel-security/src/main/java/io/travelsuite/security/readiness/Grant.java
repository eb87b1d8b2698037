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

  boolean ofTable(String schema, String table) {
    return ofSchema(schema) && (on.endsWith(".*") || on.endsWith("." + table));
  }

  /** Also by a pattern at its end: {@code shop_%.*}. */
  boolean ofSchema(String schema) {
    String of = on.substring(0, Math.max(0, on.indexOf('.')));
    return of.equals("*")
        || of.equals(schema)
        || (of.endsWith("%") && schema.startsWith(of.substring(0, of.length() - 1)));
  }

  /** MariaDB ships schemas for tests that everybody may do anything with. */
  boolean ofShippedTests() {
    return on.equals("test.*") || on.equals("test_%.*");
  }
}
