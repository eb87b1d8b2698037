package io.travelsuite.jdbc;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A connection lent to a handler, who cannot end its transaction: what was written before a COMMIT
 * of the handler's would stay though the event failed.
 */
final class HandlersConnection implements InvocationHandler {

  private static final Set<String> ENDING = Set.of("commit", "close", "abort", "setAutoCommit");

  private final Connection lent;

  private HandlersConnection(Connection lent) {
    this.lent = lent;
  }

  static Connection lend(Connection connection) {
    return (Connection)
        Proxy.newProxyInstance(
            Connection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            new HandlersConnection(connection));
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
    try {
      return method.invoke(lent, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }
}
