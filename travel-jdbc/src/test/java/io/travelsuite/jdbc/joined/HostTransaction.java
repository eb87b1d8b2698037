package io.travelsuite.jdbc.joined;

import io.travelsuite.Travel;
import io.travelsuite.jdbc.Fixture;
import io.travelsuite.jdbc.Rows;
import java.sql.Connection;
import java.sql.SQLException;

/** A host's transaction on a connection of its own, with a table of its own. */
final class HostTransaction implements AutoCloseable {

  static final String TABLE = "CREATE TABLE host_order (id INT PRIMARY KEY, note INT NOT NULL)";

  private final Connection connection;
  private final Travel travel;

  private HostTransaction(Fixture fixture, String urlParameters) throws SQLException {
    connection = fixture.connect(urlParameters);
    connection.setAutoCommit(false);
    travel = fixture.travel().joining(connection);
  }

  /** With the server's default isolation, REPEATABLE READ on both servers. */
  static HostTransaction begin(Fixture fixture) throws SQLException {
    return begin(fixture, "");
  }

  static HostTransaction begin(Fixture fixture, String urlParameters) throws SQLException {
    return new HostTransaction(fixture, urlParameters);
  }

  Connection connection() {
    return connection;
  }

  /** The library in this transaction. */
  Travel travel() {
    return travel;
  }

  /** From now on a plain read sees the database as it is at this moment. */
  void takeSnapshot() throws SQLException {
    Rows.number(connection, "SELECT COUNT(*) FROM travel_counter");
  }

  /** Writes a row of the host's own. */
  void order(int id) throws SQLException {
    Rows.update(connection, "INSERT INTO host_order VALUES (?, 0)", id);
  }

  void commit() throws SQLException {
    connection.commit();
  }

  void rollback() throws SQLException {
    connection.rollback();
  }

  @Override
  public void close() throws SQLException {
    connection.rollback();
    connection.close();
  }
}
