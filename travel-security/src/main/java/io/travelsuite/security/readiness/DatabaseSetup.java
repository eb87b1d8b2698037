package io.travelsuite.security.readiness;

import io.travelsuite.secret.Secret;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a process comes to its database.
 *
 * @param url the JDBC URL; shown nowhere
 * @param user the account of the application
 * @param password its password
 * @param migrator the account that changes the schema
 * @param pool the pool of connections, or null without one
 * @param appendOnly tables that the application must neither change nor delete from: audit logs
 */
public record DatabaseSetup(
    String url,
    String user,
    Secret password,
    String migrator,
    @Nullable PoolSetup pool,
    Set<String> appendOnly) {

  /** Copies the collections. */
  public DatabaseSetup {
    appendOnly = Set.copyOf(appendOnly);
  }

  /** The URL may hold a password. */
  @Override
  public String toString() {
    return "DatabaseSetup[hidden]";
  }
}
