package io.travelsuite.examples.spring;

import io.travelsuite.examples.database.TestDatabase;
import io.travelsuite.examples.database.TestSchema;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;

/** A transaction of somebody else's, in the way of the shop. */
final class Stranger implements AutoCloseable {

  private static final String WAITING_ON_MYSQL =
      """
      SELECT COUNT(DISTINCT engine_transaction_id) FROM performance_schema.data_locks
      WHERE lock_status = 'WAITING' AND object_schema = ?
      """;

  private static final String WAITING_ON_MARIADB =
      """
      SELECT COUNT(*) FROM information_schema.innodb_trx t
      JOIN information_schema.processlist p ON p.id = t.trx_mysql_thread_id
      WHERE t.trx_state = 'LOCK WAIT' AND p.db = ?
      """;

  /** InnoDB renews what MariaDB shows only when nobody looked for 0.1 s. */
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(130);

  private final TestSchema schema;
  private final Connection connection;

  Stranger(TestSchema schema) throws SQLException {
    this.schema = schema;
    connection = DriverManager.getConnection(schema.jdbcUrl());
    connection.setAutoCommit(false);
  }

  /** Takes the row that decides about a departure. */
  void lockCounter(UUID departure) throws SQLException {
    String sql = "SELECT taken FROM travel_counter WHERE occurrence_id = ? FOR UPDATE";
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      ByteBuffer id = ByteBuffer.allocate(16).putLong(departure.getMostSignificantBits());
      select.setBytes(1, id.putLong(departure.getLeastSignificantBits()).array());
      select.executeQuery().close();
    }
  }

  /** Of two that deadlock the server gives up the one that has written less. */
  void beHeavy() throws SQLException {
    StringBuilder rows = new StringBuilder("INSERT INTO shop_order (number, guests, state) VALUES");
    for (int i = 1; i <= 300; i++) {
      rows.append(i == 1 ? "" : ",").append("(-").append(i).append(", 0, 'BALLAST')");
    }
    update(rows.toString());
  }

  /** Wants a row that the shop has written, and gets it when the shop is undone. */
  void wantOrder(int number) throws SQLException {
    update("INSERT INTO shop_order (number, guests, state) VALUES (" + number + ", 0, 'STRANGE')");
  }

  private void update(String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.executeUpdate();
    }
  }

  /** Gives up all its locks. */
  void letGo() throws SQLException {
    connection.rollback();
  }

  /** Returns when a transaction of the shop's waits for a lock. */
  void awaitShop() {
    String sql = TestDatabase.shared().isMariaDb() ? WAITING_ON_MARIADB : WAITING_ON_MYSQL;
    Awaitility.await("the shop waits for a lock")
        .atMost(Duration.ofSeconds(20))
        .pollDelay(BETWEEN_LOOKS)
        .pollInterval(BETWEEN_LOOKS)
        .until(() -> isAnyWaiting(sql));
  }

  private boolean isAnyWaiting(String sql) throws SQLException {
    try (Connection looking = DriverManager.getConnection(schema.jdbcUrl());
        PreparedStatement select = looking.prepareStatement(sql)) {
      select.setString(1, schema.name());
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getInt(1) > 0;
      }
    }
  }

  @Override
  public void close() throws SQLException {
    connection.rollback();
    connection.close();
  }
}
