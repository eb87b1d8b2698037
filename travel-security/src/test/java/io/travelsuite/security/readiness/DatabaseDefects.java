package io.travelsuite.security.readiness;

import io.travelsuite.secret.Secret;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** Of the database. */
final class DatabaseDefects {

  private static final String TLS_URL = GoodHost.databaseSetup().url();

  static final List<Defect> ALL =
      List.of(
          Defect.of("db.url-secret", "host.database.url", TLS_URL + "&password=abc"),
          Defect.of(
              "db.url-tls", "host.database.url", "jdbc:mysql://db.inside/shop?sslMode=REQUIRED"),
          Defect.of(
              "db.url-local-files", "host.database.url", TLS_URL + "&allowLoadLocalInfile=true"),
          Defect.of("db.url-several", "host.database.url", TLS_URL + "&allowMultiQueries=true"),
          Defect.of("db.url-objects", "host.database.url", TLS_URL + "&autoDeserialize=true"),
          Defect.of("db.url-key", "host.database.url", TLS_URL + "&allowPublicKeyRetrieval=true"),
          Defect.of("db.user", "host.database.user", "root"),
          Defect.of("db.weak-secret", "host.database.password", Secret.of("travel_app_2026_xK9q")),
          Defect.of("db.migrator", "host.database.migrator", "travel_app"),
          Defect.without("db.pool", "host.database.pool"),
          Defect.of("db.pool-wait", "host.database.pool.connectWithin", Duration.ofSeconds(30)),
          Defect.of("db.pool-leaks", "host.database.pool.leakAfter", Duration.ZERO),
          Defect.of("db.releases", "host.releases.asOf", LocalDate.of(2025, 1, 1)),
          Defect.of("db.tls", "database.cipher", ""),
          Defect.of("db.tls-version", "database.tls", "TLSv1.1"),
          Defect.of("db.account-host", "database.account", "travel_app@%"),
          Defect.of("db.grants-server", "database.grants", grant("PROCESS", "*.*", "")),
          Defect.of("db.grants-ddl", "database.grants", grant("SELECT, DROP", "shop.other", "")),
          Defect.of(
              "db.grants-option",
              "database.grants",
              grant("SELECT", "shop.other", " WITH GRANT OPTION")),
          Defect.of(
              "db.grants-role",
              "database.grants",
              List.of(Grant.parse("GRANT `ops`@`%` TO `a`@`b`"))),
          Defect.of("db.append-only", "database.grants", grant("UPDATE", "shop.travel_audit", "")),
          Defect.of("db.sql-mode", "database.sqlMode", Set.of("NO_ENGINE_SUBSTITUTION")),
          Defect.of("db.sql-mode-engine", "database.sqlMode", Set.of("STRICT_ALL_TABLES")),
          Defect.of("db.end-of-life", "database.version", "8.0.44"),
          Defect.of("db.version", "database.version", "9.1.0"),
          Defect.of("db.patch", "database.version", "8.4.6"),
          Defect.of("db.clock", "database.clockOff", Duration.ofSeconds(-3)),
          Defect.of("db.pool-share", "database.maxConnections", 49),
          Defect.of("db.pool-lifetime", "database.idleLimit", Duration.ofMinutes(10)),
          Defect.variable("db.require-tls", "require_secure_transport", "OFF"),
          Defect.variable("db.local-infile", "local_infile", "1"),
          Defect.variable("db.files", "secure_file_priv", ""),
          Defect.variable("db.general-log", "general_log", "ON"),
          Defect.variable("db.flush", "innodb_flush_log_at_trx_commit", "2"),
          Defect.variable("db.binlog-flush", "sync_binlog", "0"));

  private DatabaseDefects() {}

  private static List<Grant> grant(String privileges, String on, String option) {
    return List.of(Grant.parse("GRANT " + privileges + " ON " + on + " TO `a`@`b`" + option));
  }
}
