package io.travelsuite.security.readiness;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What a database answered.
 *
 * @param version as the server says it
 * @param cipher of the connection, empty without TLS
 * @param tls the version of TLS, empty without
 * @param account as the server knows it: {@code app@10.0.0.%}
 * @param schema that the connection uses
 * @param grants what it may do
 * @param sqlMode of the session
 * @param maxConnections of the server
 * @param idleLimit after which the server closes an idle connection
 * @param clockOff how far its clock is from this JVM, either way
 * @param variables others of the server, by their names in small letters
 */
public record DatabaseFacts(
    String version,
    String cipher,
    String tls,
    String account,
    String schema,
    List<Grant> grants,
    Set<String> sqlMode,
    int maxConnections,
    Duration idleLimit,
    Duration clockOff,
    Map<String, String> variables) {

  /** Copies the collections. */
  public DatabaseFacts {
    grants = List.copyOf(grants);
    sqlMode = Set.copyOf(sqlMode);
    variables = Map.copyOf(variables);
  }

  String variable(String name) {
    return variables.getOrDefault(name, "");
  }

  boolean isOn(String name) {
    return Set.of("1", "ON", "YES").contains(variable(name).toUpperCase(Locale.ROOT));
  }
}
