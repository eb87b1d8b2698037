package io.travelsuite.examples.server;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.zaxxer.hikari.HikariDataSource;
import io.travelsuite.examples.database.TestDatabase;
import io.travelsuite.examples.database.TestSchema;
import io.travelsuite.examples.server.edge.Listening;
import io.travelsuite.examples.server.shop.TicketKeys;
import io.travelsuite.jdbc.Grants;
import io.travelsuite.security.readiness.OperationSetup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All that production needs: a certificate, an account that migrates and one that runs, every
 * secret, and the file with what no program can see.
 */
final class ProductionSetup implements AutoCloseable {

  private static final String HOST = "127.0.0.1";

  /** What this machine and its database, which are a test's, cannot have; each with its reason. */
  private static final List<String> SILENCED =
      List.of(
          "db.url-tls", // the embedded server has no TLS
          "db.tls",
          "db.flush", // and it may forget when the machine loses its power
          "ops.ports", // other tests listen
          "probe.audit"); // nothing seals the audit log yet

  final ServerIdentity identity;
  final int port = Listening.freePort();
  private final Path folder;
  private final TestSchema schema = TestDatabase.shared().newSchema();
  private final String migrator = schema.name().substring(0, 12) + "_m";
  private final String runner = schema.name().substring(0, 12) + "_r";
  private final Map<String, String> environment = new HashMap<>();
  private final Map<String, String> passwords = new HashMap<>();

  ProductionSetup(Path folder) {
    this.folder = folder;
    identity = ServerIdentity.create(folder, "production");
    for (String user : List.of(migrator, runner)) {
      passwords.put(user, StaffDoor.chance(24));
      execute(
          "CREATE USER '%s'@'%s' IDENTIFIED BY '%s'".formatted(user, HOST, passwords.get(user)));
    }
    execute("GRANT ALL ON `%s`.* TO '%s'@'%s'".formatted(schema.name(), migrator, HOST));
    tell();
    tellSecrets();
    state(deployment());
  }

  private void tell() {
    environment.putAll(
        Map.of(
            "TRAVEL_ENV",
            "production",
            "TRAVEL_DEMO",
            "yes",
            "TRAVEL_JDBC_URL",
            jdbcUrl(),
            "TRAVEL_BIND",
            HOST,
            "PORT",
            Integer.toString(port),
            "TRAVEL_HTTP_PORT",
            Integer.toString(Listening.freePort()),
            "TRAVEL_ORIGIN",
            "https://localhost:" + port,
            "TRAVEL_HOSTS",
            "localhost",
            "TRAVEL_DEPLOYMENT",
            folder.resolve("deployment.json").toString()));
  }

  private void tellSecrets() {
    environment.putAll(
        Map.of(
            "TRAVEL_TLS_KEYSTORE", identity.file.toString(),
            "TRAVEL_TLS_PASSWORD", ServerIdentity.PASSWORD,
            "TRAVEL_SIGNING_KEY", StaffDoor.chance(32),
            "TRAVEL_METRICS_TOKEN", StaffDoor.chance(32),
            "TRAVEL_TICKET_KEY", TicketKeys.newSecret().text(),
            "TRAVEL_PERSONAL_DATA_KEY", StaffDoor.chance(32),
            "TRAVEL_ERASURE_JOURNAL", folder.resolve("erasures").toString()));
  }

  private String jdbcUrl() {
    String plain = schema.jdbcUrl().replaceAll("(?<=[?&])(user|password|sslMode)=[^&]*&?", "");
    return plain + (plain.contains("?") ? "&" : "?") + "sslMode=DISABLED";
  }

  /** Makes the tables with the account that may, and lets the other one use them. */
  void migrate() {
    Map<String, String> asMigrator = new HashMap<>(environment);
    asMigrator.put("TRAVEL_DB_USER", migrator);
    asMigrator.put("DATABASE_PASSWORD", passwords.get(migrator));
    Ended ended = run(asMigrator, "migrate");
    if (ended.code() != 0) {
      throw new IllegalStateException(ended.text());
    }
    Grants.statements(schema.name(), runner, HOST).forEach(this::execute);
    for (String table : ownTables()) {
      execute(
          "GRANT SELECT, INSERT, UPDATE, DELETE ON `%s`.`%s` TO '%s'@'%s'"
              .formatted(schema.name(), table, runner, HOST));
    }
    environment.put("TRAVEL_DB_USER", runner);
    environment.put("DATABASE_PASSWORD", passwords.get(runner));
  }

  private List<String> ownTables() {
    List<String> tables = new ArrayList<>();
    try (HikariDataSource pool = schema.dataSource(1);
        Connection connection = pool.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SHOW TABLES")) {
      while (rows.next()) {
        String table = rows.getString(1);
        if (!table.startsWith("travel_")) {
          tables.add(table);
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return tables;
  }

  private void execute(String sql) {
    try (HikariDataSource pool = schema.dataSource(1);
        Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** What somebody who did all that is asked for would state. */
  ObjectNode deployment() {
    String now = Settings.MACHINE.instant().toString();
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    ObjectNode file = OctoClient.JSON.createObjectNode();
    file.put("migrator", migrator).put("secretsManaged", true).put("secretsSince", now);
    file.put("heartbeat", now);
    file.putObject("data")
        .put("encrypted", true)
        .put("keys", "SERVICE")
        .put("keySince", now)
        .put("erasureJournal", true)
        .put("cardsSearched", now)
        .putObject("retentionDays")
        .put("bookings", 1_000);
    file.putObject("backup")
        .put("last", now)
        .put("restoreTested", now)
        .put("encrypted", true)
        .put("elsewhere", true);
    ObjectNode operations = file.putObject("operations");
    operations.put("errorTracking", true).put("alerts", true).put("sbomMade", now);
    operations.put("dependenciesAudited", now);
    OperationSetup.ALERT_RULES.forEach(operations.putArray("alertRules")::add);
    attest(file.putArray("attestations"), today);
    silence(file.putArray("silences"), today);
    return file;
  }

  private static void attest(ArrayNode attestations, LocalDate today) {
    for (String id : List.of("attest.firewall", "attest.database-network")) {
      attestations
          .addObject()
          .put("id", id)
          .put("statement", "tried from outside")
          .put("owner", "operations")
          .put("on", today.toString())
          .put("until", today.plusDays(90).toString());
    }
  }

  private static void silence(ArrayNode silences, LocalDate today) {
    SILENCED.forEach(
        id ->
            silences
                .addObject()
                .put("id", id)
                .put("reason", "the machine of a test")
                .put("until", today.plusDays(1).toString()));
  }

  /** Writes the file with what no program can see. */
  void state(ObjectNode deployment) {
    try {
      Files.writeString(folder.resolve("deployment.json"), deployment.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How the program ended. */
  record Ended(int code, String text) {}

  /** Runs the program to its end. */
  Ended run(String... arguments) {
    return run(environment, arguments);
  }

  private Ended run(Map<String, String> with, String... arguments) {
    try {
      Process process = start(with, arguments);
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Ended(process.waitFor(), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Starts the program. */
  Process start(String... arguments) {
    return start(environment, arguments);
  }

  /** Which trusts the certificate, as the public trusts one of a public authority. */
  private Process start(Map<String, String> with, String... arguments) {
    List<String> trust =
        List.of(
            "-Djavax.net.ssl.trustStore=" + identity.file,
            "-Djavax.net.ssl.trustStorePassword=" + ServerIdentity.PASSWORD);
    List<String> command = ServerProcess.command(trust, List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("TRAVEL_"));
    builder.environment().putAll(with);
    try {
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    execute("DROP USER '%s'@'%s'".formatted(migrator, HOST));
    execute("DROP USER '%s'@'%s'".formatted(runner, HOST));
    schema.close();
  }
}
