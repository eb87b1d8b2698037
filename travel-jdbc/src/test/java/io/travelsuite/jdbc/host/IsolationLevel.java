package io.travelsuite.jdbc.host;

import java.sql.Connection;

/** The isolation levels by name. */
enum IsolationLevel {
  READ_UNCOMMITTED(Connection.TRANSACTION_READ_UNCOMMITTED),
  READ_COMMITTED(Connection.TRANSACTION_READ_COMMITTED),
  REPEATABLE_READ(Connection.TRANSACTION_REPEATABLE_READ),
  SERIALIZABLE(Connection.TRANSACTION_SERIALIZABLE);

  private final int jdbc;

  IsolationLevel(int jdbc) {
    this.jdbc = jdbc;
  }

  int jdbc() {
    return jdbc;
  }
}
