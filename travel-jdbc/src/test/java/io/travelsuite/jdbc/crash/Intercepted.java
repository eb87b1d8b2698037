package io.travelsuite.jdbc.crash;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import javax.sql.DataSource;

/** A data source of whose connections a test sees every call. */
public final class Intercepted {

  private Intercepted() {}

  /** What to do in place of a call, usually with {@link Call#proceed()} in it. */
  @FunctionalInterface
  public interface Interceptor {
    Object intercept(Call call) throws Throwable;
  }

  /** A call of a connection's method. */
  public static final class Call {

    private final Connection connection;
    private final Method method;
    private final Object[] arguments;

    private Call(Connection connection, Method method, Object[] arguments) {
      this.connection = connection;
      this.method = method;
      this.arguments = arguments;
    }

    /** What it is a call of, not intercepted. */
    public Connection connection() {
      return connection;
    }

    public boolean isCommit() {
      return method.getName().equals("commit");
    }

    /** Whether it prepares a statement with these words in it. */
    public boolean prepares(String words) {
      return method.getName().equals("prepareStatement")
          && arguments[0] instanceof String sql
          && sql.contains(words);
    }

    /** Makes the call. */
    public Object proceed() throws Throwable {
      return call(connection, method, arguments);
    }
  }

  /** The data source whose connections are intercepted. */
  public static DataSource of(DataSource dataSource, Interceptor interceptor) {
    return proxy(
        DataSource.class,
        (self, method, arguments) -> {
          Object result = call(dataSource, method, arguments);
          return result instanceof Connection connection ? of(connection, interceptor) : result;
        });
  }

  private static Connection of(Connection connection, Interceptor interceptor) {
    return proxy(
        Connection.class,
        (self, method, arguments) ->
            interceptor.intercept(new Call(connection, method, arguments)));
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    Object proxy = Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler);
    return type.cast(proxy);
  }

  private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
