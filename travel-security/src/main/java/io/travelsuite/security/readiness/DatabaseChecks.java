package io.travelsuite.security.readiness;

import static io.travelsuite.security.readiness.Draft.error;
import static io.travelsuite.security.readiness.Draft.warning;

import io.travelsuite.InvalidRequestException;
import io.travelsuite.security.secret.DatabaseUrl;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How a process comes to its database, as it is described. */
final class DatabaseChecks {

  private static final Pattern VERIFIED =
      Pattern.compile("[?&]sslmode=(?:verify_identity|verify-full)(?:&|$)");

  private static final Set<String> WELL_KNOWN =
      Set.of("root", "admin", "mysql", "mariadb", "mariadb.sys", "test", "sa");

  static final List<Check> ALL =
      List.of(
          error("db.url-secret", "The address holds a password", "Give it to the pool as a secret")
              .config(Deployment::database, DatabaseChecks::holdsPassword),
          error(
                  "db.url-tls",
                  "The driver does not insist on TLS with the name of the server",
                  "Set sslMode=VERIFY_IDENTITY, or verify-full for MariaDB")
              .config(Deployment::database, d -> !VERIFIED.matcher(url(d)).find()),
          warning(
                  "db.url-local-files",
                  "The server may ask the driver for local files",
                  "Set allowLoadLocalInfile=false, or allowLocalInfile=false for MariaDB")
              .config(Deployment::database, DatabaseChecks::givesFiles),
          warning(
                  "db.url-several",
                  "The driver sends several statements at once",
                  "Set allowMultiQueries=false")
              .config(Deployment::database, d -> url(d).contains("allowmultiqueries=true")),
          error("db.url-objects", "The driver deserializes objects", "Set autoDeserialize=false")
              .config(Deployment::database, d -> url(d).contains("autodeserialize=true")),
          warning(
                  "db.url-key",
                  "The driver takes any public key that the server sends",
                  "Set allowPublicKeyRetrieval=false")
              .config(Deployment::database, d -> url(d).contains("allowpublickeyretrieval=true")),
          error("db.user", "The account is a well-known one", "Make an account of the application")
              .config(
                  Deployment::database,
                  d -> WELL_KNOWN.contains(d.user().toLowerCase(Locale.ROOT))),
          error(
                  "db.weak-secret",
                  "The password of the database can be guessed",
                  "Make one by chance, of 20 characters or more")
              .config(Deployment::database, DatabaseChecks::isWeak),
          error(
                  "db.migrator",
                  "The application changes the schema itself",
                  "Migrate with an account of its own")
              .config(
                  Deployment::database,
                  d -> d.migrator().isBlank() || d.migrator().equalsIgnoreCase(d.user())),
          error("db.pool", "There is no pool of connections", "Use one")
              .config(Deployment::database, d -> d.pool() == null || d.pool().size() < 1),
          warning(
                  "db.pool-wait",
                  "Callers wait more than 5 s for a connection",
                  "Set the time limit of the pool")
              .config(
                  DatabaseChecks::pool,
                  p -> WebChecks.unbounded(p.connectWithin(), Duration.ofSeconds(5))),
          warning(
                  "db.pool-leaks",
                  "A connection that is not given back is not told",
                  "Set the leak detection of the pool")
              .config(DatabaseChecks::pool, p -> p.leakAfter().isZero()),
          warning(
                  "db.releases",
                  "The table of maintained servers is older than 270 days",
                  "Hand over a newer ServerReleases")
              .configAt(
                  Deployment::releases, (r, f) -> r.asOf().isBefore(f.today().minusDays(270))));

  private DatabaseChecks() {}

  static String url(DatabaseSetup database) {
    return database.url().toLowerCase(Locale.ROOT);
  }

  private static @Nullable PoolSetup pool(Deployment deployment) {
    return deployment.database().pool();
  }

  private static boolean holdsPassword(DatabaseSetup database) {
    try {
      return DatabaseUrl.withoutPassword(database.url()).isEmpty();
    } catch (InvalidRequestException e) {
      return true;
    }
  }

  /** MariaDB's driver gives them unless told not to. */
  private static boolean givesFiles(DatabaseSetup database) {
    String url = url(database);
    return url.contains("allowloadlocalinfile=true")
        || url.contains("allowlocalinfile=true")
        || (url.startsWith("jdbc:mariadb:") && !url.contains("allowlocalinfile=false"));
  }

  private static boolean isWeak(DatabaseSetup database) {
    String password = database.password().text().toLowerCase(Locale.ROOT);
    String user = database.user().toLowerCase(Locale.ROOT);
    return password.contains(user)
        || Strength.isPlaceholder(database.password())
        || Strength.isWeak(database.password(), 20);
  }
}
