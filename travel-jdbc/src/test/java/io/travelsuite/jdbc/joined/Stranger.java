package io.travelsuite.jdbc.joined;

import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.jdbc.Fixture;
import io.travelsuite.jdbc.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** A transaction that stands in a host's way. */
final class Stranger implements AutoCloseable {

  static final String BALLAST = "CREATE TABLE ballast (id INT PRIMARY KEY)";

  private final Fixture fixture;
  private final Connection connection;
  private CompletableFuture<Void> order = CompletableFuture.completedFuture(null);

  private Stranger(Fixture fixture) throws SQLException {
    this.fixture = fixture;
    connection = fixture.connect();
    connection.setAutoCommit(false);
  }

  static Stranger begin(Fixture fixture) throws SQLException {
    return new Stranger(fixture);
  }

  void lockCounter(OccurrenceId occurrence) throws SQLException {
    String sql =
        """
        SELECT taken FROM travel_counter FORCE INDEX (PRIMARY)
        WHERE occurrence_id = ? AND pool = 'seats' AND leg = 0 FOR UPDATE
        """;
    Rows.number(connection, sql, occurrence.value());
  }

  /** Of two that deadlock the server gives up the one that has written less. */
  void beHeavy() throws SQLException {
    StringBuilder rows = new StringBuilder("INSERT INTO ballast VALUES (0)");
    for (int i = 1; i < 300; i++) {
      rows.append(",(").append(i).append(')');
    }
    Rows.update(connection, rows.toString());
  }

  /** Asks for a row of the host's, and returns when it waits for it. */
  void wantOrder(int id) {
    order = CompletableFuture.runAsync(() -> touchOrder(id));
    fixture.lockWaits().await(1);
  }

  void awaitOrder() throws Exception {
    order.get(20, TimeUnit.SECONDS);
  }

  /** Gives up all its locks. */
  void letGo() throws SQLException {
    connection.rollback();
  }

  private void touchOrder(int id) {
    try {
      Rows.update(connection, "UPDATE host_order SET note = 1 WHERE id = ?", id);
    } catch (SQLException e) {
      throw new CompletionException(e);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.rollback();
    connection.close();
  }
}
