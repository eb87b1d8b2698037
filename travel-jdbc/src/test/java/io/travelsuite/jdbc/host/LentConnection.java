package io.travelsuite.jdbc.host;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * A pool of one connection that resets nothing, and looks at what it is given back. For one thread.
 */
final class LentConnection {

  /** A transaction is in progress: its isolation cannot be set any more. */
  private static final int IN_TRANSACTION = 1568;

  private final Connection connection;
  private final boolean autoCommit;
  private final int isolation;
  private final List<String> complaints = new ArrayList<>();
  private int timesLent;

  LentConnection(Connection connection) throws SQLException {
    this.connection = connection;
    autoCommit = connection.getAutoCommit();
    isolation = connection.getTransactionIsolation();
  }

  int timesLent() {
    return timesLent;
  }

  /** What was not as before when it was given back. */
  List<String> complaints() {
    return complaints;
  }

  DataSource dataSource() {
    return proxy(
        DataSource.class,
        (method, arguments) -> {
          if (!method.getName().equals("getConnection")) {
            throw new UnsupportedOperationException(method.getName());
          }
          timesLent++;
          return proxy(Connection.class, this::onConnection);
        });
  }

  private Object onConnection(Method method, Object[] arguments) throws Throwable {
    if (method.getName().equals("close")) {
      inspect();
      return null;
    }
    try {
      return method.invoke(connection, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private void inspect() throws SQLException {
    if (connection.getAutoCommit() != autoCommit) {
      complaints.add("autocommit " + connection.getAutoCommit());
    }
    if (connection.getTransactionIsolation() != isolation) {
      complaints.add("isolation " + connection.getTransactionIsolation());
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET TRANSACTION READ WRITE");
    } catch (SQLException e) {
      if (e.getErrorCode() != IN_TRANSACTION) {
        throw e;
      }
      complaints.add("in a transaction");
    }
  }

  private interface Call {
    Object on(Method method, Object[] arguments) throws Throwable;
  }

  private static <T> T proxy(Class<T> type, Call call) {
    return type.cast(
        Proxy.newProxyInstance(
            LentConnection.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> call.on(method, arguments)));
  }
}
