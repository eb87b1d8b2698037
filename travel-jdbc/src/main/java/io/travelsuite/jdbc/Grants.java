package io.travelsuite.jdbc;

import static io.travelsuite.InvalidRequestException.unless;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The privileges that the library needs at run time, and no more: rows of its tables, of the audit
 * log to add and to read only, of the migrations' history to read only. Whoever runs as that user
 * can neither change nor delete an audit record.
 */
public final class Grants {

  private static final String AUDIT = "travel_audit";

  private static final Pattern SCHEMA = Pattern.compile("[A-Za-z0-9_$-]{1,64}");
  private static final Pattern USER = Pattern.compile("[A-Za-z0-9_.$-]{1,32}");
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9_.:%/-]{1,255}");

  private Grants() {}

  /**
   * The statements that give them, for somebody who may grant, once the schema is migrated; to be
   * given again after each migration that adds a table.
   *
   * @param schema the schema with the library's tables
   * @param user the account's name, 1 to 32 of {@code A–Z a–z 0–9 _ . $ -}
   * @param host the account's host, an address or a pattern of them
   * @return a GRANT for each table
   */
  public static List<String> statements(String schema, String user, String host) {
    Account account = new Account(schema, user, host);
    return PersonalColumns.register().all().stream()
        .map(column -> column.substring(0, column.indexOf('.')))
        .distinct()
        .sorted()
        .map(table -> account.grant(privileges(table), table))
        .toList();
  }

  /**
   * The statements for the account that keeps the audit log by policy ({@link
   * JdbcAudit#retention}), which no server runs as: it reads the log and what is held, deletes
   * records, and adds that it did.
   *
   * @param schema the schema with the library's tables
   * @param user the account's name, as for {@link #statements}
   * @param host the account's host, as for {@link #statements}
   * @return a GRANT for each table
   */
  public static List<String> auditKeeper(String schema, String user, String host) {
    Account account = new Account(schema, user, host);
    return List.of(
        account.grant("SELECT, INSERT, DELETE", AUDIT),
        account.grant("SELECT", "travel_legal_hold"),
        account.grant("SELECT", Schema.HISTORY));
  }

  private record Account(String schema, String user, String host) {

    Account {
      boolean named = SCHEMA.matcher(schema).matches();
      unless(named, "schema", schema, "must be 1 to 64 of A-Z a-z 0-9 _");
      unless(USER.matcher(user).matches(), "user", user, "must be 1 to 32 of A-Z a-z 0-9 _ . $ -");
      unless(HOST.matcher(host).matches(), "host", host, "must be an address or a pattern");
    }

    String grant(String privileges, String table) {
      return "GRANT %s ON `%s`.`%s` TO '%s'@'%s'".formatted(privileges, schema, table, user, host);
    }
  }

  private static String privileges(String table) {
    return switch (table) {
      case Schema.HISTORY -> "SELECT";
      case AUDIT -> "SELECT, INSERT";
      default -> "SELECT, INSERT, UPDATE, DELETE";
    };
  }
}
