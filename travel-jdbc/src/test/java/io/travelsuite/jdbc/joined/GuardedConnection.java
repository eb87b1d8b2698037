package io.travelsuite.jdbc.joined;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.Set;

/** A host's connection that refuses what only the host may do with it. */
final class GuardedConnection {

  private static final Set<String> OF_THE_HOST =
      Set.of(
          "commit",
          "close",
          "abort",
          "setAutoCommit",
          "setTransactionIsolation",
          "setReadOnly",
          "setCatalog",
          "setSchema",
          "setHoldability",
          "setNetworkTimeout",
          "setClientInfo");

  private GuardedConnection() {}

  static Connection around(Connection connection) {
    return (Connection)
        Proxy.newProxyInstance(
            GuardedConnection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> invoke(connection, method, arguments));
  }

  private static Object invoke(Connection connection, Method method, Object[] arguments)
      throws Throwable {
    boolean wholeRollback = method.getName().equals("rollback") && arguments == null;
    if (wholeRollback || OF_THE_HOST.contains(method.getName())) {
      throw new AssertionError("the library called " + method.getName());
    }
    try {
      return method.invoke(connection, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
