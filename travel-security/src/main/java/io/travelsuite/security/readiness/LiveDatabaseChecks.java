package io.travelsuite.security.readiness;

import static io.travelsuite.security.readiness.Draft.error;
import static io.travelsuite.security.readiness.Draft.warning;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What the database answers. */
final class LiveDatabaseChecks {

  /** What the library's own statements need. */
  private static final Set<String> PLAIN =
      Set.of("SELECT", "INSERT", "UPDATE", "DELETE", "USAGE", "EXECUTE", "SHOW VIEW");

  private static final Set<String> CHANGING =
      Set.of("UPDATE", "DELETE", "DROP", "ALL PRIVILEGES", "ALL");

  static final List<Check> ALL =
      List.of(
          error(
                  "db.tls",
                  "The connection is not encrypted",
                  "Switch TLS on at the server, and sslMode=VERIFY_IDENTITY")
              .look(Look.DATABASE, d -> d.cipher().isEmpty()),
          warning(
                  "db.tls-version",
                  "The connection uses TLS older than 1.2",
                  "Set tls_version at the server")
              .look(Look.DATABASE, d -> Set.of("TLSv1", "TLSv1.0", "TLSv1.1").contains(d.tls())),
          warning(
                  "db.require-tls",
                  "The server accepts connections without TLS",
                  "Set require_secure_transport=ON")
              .look(Look.DATABASE, d -> !d.isOn("require_secure_transport")),
          error(
                  "db.account-host",
                  "The account may come from anywhere",
                  "Create it for the addresses of the application")
              .look(Look.DATABASE, d -> d.account().endsWith("@%") || !d.account().contains("@")),
          error(
                  "db.grants-server",
                  "The account has privileges on the whole server",
                  "Grant on the one schema only")
              .lookEach(
                  Look.DATABASE,
                  (d, f) ->
                      grants(d, g -> g.ofServer() && !g.privileges().equals(Set.of("USAGE")))),
          error(
                  "db.grants-ddl",
                  "The account may change the schema",
                  "Grant SELECT, INSERT, UPDATE, DELETE only")
              .lookEach(Look.DATABASE, (d, f) -> grants(d, g -> changesSchema(g, d.schema()))),
          error("db.grants-option", "The account may grant what it has", "Revoke GRANT OPTION")
              .lookEach(Look.DATABASE, (d, f) -> grants(d, Grant::option)),
          warning("db.grants-role", "What a role grants is not looked at", "Grant directly")
              .lookEach(Look.DATABASE, (d, f) -> grants(d, LiveDatabaseChecks::isRole)),
          error(
                  "db.append-only",
                  "The account may change or delete audit records",
                  "Grant table by table: SELECT, INSERT on these")
              .lookEach(Look.DATABASE, LiveDatabaseChecks::changeable),
          error(
                  "db.sql-mode",
                  "The server cuts values that do not fit",
                  "Set sql_mode with STRICT_TRANS_TABLES")
              .look(
                  Look.DATABASE,
                  d ->
                      !d.sqlMode().contains("STRICT_TRANS_TABLES")
                          && !d.sqlMode().contains("STRICT_ALL_TABLES")),
          warning(
                  "db.sql-mode-engine",
                  "The server may take another storage engine than asked",
                  "Set sql_mode with NO_ENGINE_SUBSTITUTION")
              .look(Look.DATABASE, d -> !d.sqlMode().contains("NO_ENGINE_SUBSTITUTION")),
          error(
                  "db.end-of-life",
                  "The server is no longer maintained",
                  "Move to a long-term series")
              .lookAt(
                  Look.DATABASE,
                  (d, f) ->
                      f.deployment()
                          .releases()
                          .of(d.version())
                          .filter(s -> s.until().isBefore(f.today()))
                          .isPresent()),
          warning(
                  "db.version",
                  "The series of the server is not known as a long-term one",
                  "Move to one, or hand over a newer ServerReleases")
              .lookAt(Look.DATABASE, (d, f) -> f.deployment().releases().of(d.version()).isEmpty()),
          warning("db.patch", "The server lacks patches", "Install the newest of its series")
              .lookAt(
                  Look.DATABASE,
                  (d, f) ->
                      f.deployment()
                          .releases()
                          .of(d.version())
                          .filter(s -> ServerReleases.patch(d.version()) < s.patch())
                          .isPresent()),
          warning(
                  "db.local-infile",
                  "The server takes files of its clients",
                  "Set local_infile=OFF")
              .look(Look.DATABASE, d -> d.isOn("local_infile")),
          warning(
                  "db.files",
                  "The server reads and writes files anywhere",
                  "Set secure_file_priv to NULL or a folder")
              .look(Look.DATABASE, d -> d.variable("secure_file_priv").isEmpty()),
          warning(
                  "db.general-log",
                  "The server logs every statement, with the data of customers",
                  "Set general_log=OFF")
              .look(Look.DATABASE, d -> d.isOn("general_log")),
          error(
                  "db.flush",
                  "A crash of the server loses what was committed",
                  "Set innodb_flush_log_at_trx_commit=1")
              .look(Look.DATABASE, d -> !d.variable("innodb_flush_log_at_trx_commit").equals("1")),
          warning(
                  "db.binlog-flush",
                  "A crash of the server loses events of the binary log",
                  "Set sync_binlog=1")
              .look(
                  Look.DATABASE, d -> d.isOn("log_bin") && !d.variable("sync_binlog").equals("1")),
          error(
                  "db.clock",
                  "The clock of the database is more than 2 s off",
                  "Have both machines follow one time server")
              .look(Look.DATABASE, d -> d.clockOff().abs().compareTo(Duration.ofSeconds(2)) > 0),
          error(
                  "db.pool-share",
                  "All pools together take more than 80 % of max_connections",
                  "Make the pools smaller, or max_connections larger")
              .lookAt(Look.DATABASE, (d, f) -> connections(f) * 10 > d.maxConnections() * 8L),
          warning(
                  "db.pool-lifetime",
                  "Connections live longer than the server keeps an idle one",
                  "Set the lifetime of the pool below wait_timeout")
              .lookAt(
                  Look.DATABASE, (d, f) -> lifetimeTooLong(d, f.deployment().database().pool())));

  private LiveDatabaseChecks() {}

  private static List<String> grants(DatabaseFacts database, Predicate<Grant> bad) {
    return database.grants().stream().filter(bad).map(LiveDatabaseChecks::shown).toList();
  }

  private static String shown(Grant grant) {
    return String.join(" ", grant.privileges().stream().sorted().toList()) + " on " + grant.on();
  }

  private static boolean changesSchema(Grant grant, String schema) {
    boolean looked = !grant.ofServer() && !isRole(grant);
    boolean counts = grant.ofSchema(schema) || !grant.ofShippedTests();
    return looked && counts && !PLAIN.containsAll(grant.privileges());
  }

  private static boolean isRole(Grant grant) {
    return grant.on().isEmpty();
  }

  private static List<String> changeable(DatabaseFacts database, Facts facts) {
    List<String> tables = new ArrayList<>();
    for (String table : facts.deployment().database().appendOnly()) {
      boolean may =
          database.grants().stream()
              .anyMatch(
                  grant ->
                      grant.ofTable(database.schema(), table)
                          && grant.privileges().stream().anyMatch(CHANGING::contains));
      if (may) {
        tables.add(table);
      }
    }
    return tables;
  }

  private static long connections(Facts facts) {
    PoolSetup pool = facts.deployment().database().pool();
    return pool == null ? 0 : (long) pool.size() * facts.deployment().instances();
  }

  private static boolean lifetimeTooLong(DatabaseFacts database, @Nullable PoolSetup pool) {
    return pool != null
        && (pool.lifetime().isZero() || pool.lifetime().compareTo(database.idleLimit()) >= 0);
  }
}
