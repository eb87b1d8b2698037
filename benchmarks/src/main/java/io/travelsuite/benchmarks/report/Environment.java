package io.travelsuite.benchmarks.report;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the figures were measured on.
 *
 * @param database product and version
 * @param durability the server's settings that decide what a commit costs
 * @param machine processor, memory and Java
 */
public record Environment(
    String database, Map<String, Object> durability, Map<String, Object> machine) {

  private static final List<String> SETTINGS =
      List.of(
          "innodb_flush_log_at_trx_commit",
          "sync_binlog",
          "log_bin",
          "innodb_doublewrite",
          "innodb_buffer_pool_size",
          "max_connections");

  /** Asks the server and the system. */
  public static Environment of(String jdbcUrl) {
    try (Connection connection = DriverManager.getConnection(jdbcUrl);
        Statement statement = connection.createStatement()) {
      Map<String, Object> durability = new LinkedHashMap<>();
      for (String setting : SETTINGS) {
        try (ResultSet row = statement.executeQuery("SELECT @@GLOBAL." + setting)) {
          row.next();
          durability.put(setting, row.getObject(1));
        }
      }
      return new Environment(product(connection), durability, describeMachine());
    } catch (SQLException e) {
      throw new IllegalStateException("the database does not answer: " + e.getMessage(), e);
    }
  }

  private static String product(Connection connection) throws SQLException {
    String version = connection.getMetaData().getDatabaseProductVersion();
    return version.contains("MariaDB")
        ? "MariaDB " + version.replaceFirst("^5\\.5\\.5-", "").replaceFirst("-MariaDB.*", "")
        : connection.getMetaData().getDatabaseProductName() + " " + version;
  }

  private static Map<String, Object> describeMachine() {
    Map<String, Object> machine = new LinkedHashMap<>();
    machine.put("cpu", cpu());
    machine.put("cores", Runtime.getRuntime().availableProcessors());
    if (ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system) {
      machine.put("memoryMb", system.getTotalMemorySize() >> 20);
    }
    machine.put("os", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    machine.put("java", System.getProperty("java.vm.name") + " " + Runtime.version());
    return machine;
  }

  private static String cpu() {
    try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.replaceFirst(".*: ", ""))
          .findFirst()
          .orElse("unknown");
    } catch (IOException e) {
      return "unknown";
    }
  }
}
