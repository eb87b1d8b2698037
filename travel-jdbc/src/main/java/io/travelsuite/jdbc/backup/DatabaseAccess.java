package io.travelsuite.jdbc.backup;

import static io.travelsuite.InvalidRequestException.unless;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.travelsuite.secret.Secret;
import java.net.URLDecoder;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where the server's tools find a database. The account needs SELECT (and SHOW VIEW and TRIGGER
 * where there are such) to dump; to restore it needs CREATE, ALTER, DROP, INDEX, REFERENCES and
 * INSERT, SELECT, UPDATE, DELETE.
 *
 * @param host name or address
 * @param port usually 3306
 * @param database its name
 * @param user the account
 * @param password the account's
 * @param encryption of the connection
 */
public record DatabaseAccess(
    String host, int port, String database, String user, Secret password, Encryption encryption) {

  private static final Pattern URL =
      Pattern.compile("jdbc:(?:mysql|mariadb)://([^:/?,]+)(?::(\\d+))?[^/]*/([^?]+)(?:\\?(.*))?");
  private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}]{1,255}");

  /** How a connection is encrypted. */
  public enum Encryption {
    /** Not at all: on this machine alone. */
    NONE,
    /** Where the server offers it; nobody is told when it does not. */
    PREFERRED,
    /** Always; whose certificate it is is not looked at. */
    REQUIRED,
    /** Always, with a certificate of that host, by an authority the tool trusts. */
    VERIFIED
  }

  /** Checks that no value could begin another line of an option file. */
  public DatabaseAccess {
    unless(port > 0 && port < 65_536, "port", port, "must be 1 to 65,535");
    checkName("host", host);
    checkName("database", database);
    checkName("user", user);
    boolean plain = NAME.matcher(password.text()).matches();
    unless(plain, "password", "(hidden)", "must be 1 to 255 characters without a line break");
  }

  private static void checkName(String field, String value) {
    unless(NAME.matcher(value).matches(), field, value, "must be 1 to 255 without line breaks");
  }

  /**
   * The access of a JDBC URL with user and password in it: {@code
   * jdbc:mysql://host:port/database?user=…&password=…&sslMode=…}; of several hosts the first.
   *
   * @param jdbcUrl for tests, examples and drills; elsewhere a password comes from {@code Secrets}
   * @return the access
   * @throws io.travelsuite.InvalidRequestException if it is of another form; it is not shown
   */
  public static DatabaseAccess of(String jdbcUrl) {
    Matcher parts = URL.matcher(jdbcUrl);
    unless(parts.matches(), "jdbcUrl", "(hidden)", "must be jdbc:mysql://host:port/database?…");
    Map<String, String> parameters = parameters(parts.group(4));
    String password = parameters.getOrDefault("password", "");
    boolean complete = parameters.containsKey("user") && !password.isBlank();
    unless(complete, "jdbcUrl", "(hidden)", "must have user and password among its parameters");
    return new DatabaseAccess(
        parts.group(1),
        parts.group(2) == null ? 3306 : Integer.parseInt(parts.group(2)),
        parts.group(3),
        parameters.getOrDefault("user", ""),
        Secret.of(password),
        encryption(parameters.getOrDefault("sslMode", "PREFERRED")));
  }

  private static Encryption encryption(String sslMode) {
    return switch (sslMode.toUpperCase(Locale.ROOT)) {
      case "DISABLED" -> Encryption.NONE;
      case "PREFERRED" -> Encryption.PREFERRED;
      case "REQUIRED" -> Encryption.REQUIRED;
      default -> Encryption.VERIFIED;
    };
  }

  private static Map<String, String> parameters(@Nullable String query) {
    Map<String, String> parameters = new HashMap<>();
    for (String pair : query == null ? new String[0] : query.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        parameters.put(
            pair.substring(0, equals), URLDecoder.decode(pair.substring(equals + 1), UTF_8));
      }
    }
    return parameters;
  }

  /** Shows neither account nor password. */
  @Override
  public String toString() {
    return "DatabaseAccess[" + host + ":" + port + "/" + database + "]";
  }
}
