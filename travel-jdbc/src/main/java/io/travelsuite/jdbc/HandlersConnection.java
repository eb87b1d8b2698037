package io.travelsuite.jdbc;

import static java.util.Objects.requireNonNull;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A connection lent to a handler or a host, who cannot end its transaction: what was written before
 * a COMMIT of theirs would stay though the rest failed.
 */
final class HandlersConnection implements InvocationHandler {

  private static final Set<String> ENDING = Set.of("commit", "close", "abort", "setAutoCommit");

  private final Connection lent;
  private final boolean savepoints;

  private HandlersConnection(Connection lent, boolean savepoints) {
    this.lent = lent;
    this.savepoints = savepoints;
  }

  static Connection lend(Connection connection) {
    return proxy(new HandlersConnection(connection, true));
  }

  /** All that is written on it stays, or none: so that a part of it tells of the rest. */
  static Connection lendWithoutSavepoints(Connection connection) {
    return proxy(new HandlersConnection(connection, false));
  }

  private static Connection proxy(HandlersConnection handler) {
    return (Connection)
        Proxy.newProxyInstance(
            Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, handler);
  }

  @Override
  public @Nullable Object invoke(
      Object proxy, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
    String name = method.getName();
    if (ENDING.contains(name) || (name.equals("rollback") && arguments == null)) {
      throw new IllegalStateException(
          "a handler called "
              + name
              + "(): its transaction is the library's to end; answer that it is done, or throw to"
              + " undo it");
    }
    if (name.equals("equals")) {
      return proxy == requireNonNull(arguments)[0]; // the lent one does not know this one
    }
    if (!savepoints && name.equals("setSavepoint")) {
      throw new IllegalStateException("no savepoints here: throw to undo all of it");
    }
    try {
      return method.invoke(lent, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }
}
