package io.travelsuite.benchmarks.search;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Asks the server how it carries out each query that is run through it, with the very values of
 * that query. Not thread-safe.
 */
public final class Plans {

  private final String explain;
  private final List<String> found = new ArrayList<>();

  /**
   * Gathers plans.
   *
   * @param explain what goes before a query: {@code EXPLAIN ANALYZE}
   */
  public Plans(String explain) {
    this.explain = explain;
  }

  /** Each query with its plan, in order. */
  public List<String> found() {
    return List.copyOf(found);
  }

  /** The same data source, watched. */
  public DataSource watch(DataSource dataSource) {
    return watched(
        DataSource.class,
        (method, arguments) -> {
          Object result = call(dataSource, method, arguments);
          return result instanceof Connection connection ? watch(connection) : result;
        });
  }

  private Connection watch(Connection connection) {
    return watched(
        Connection.class,
        (method, arguments) -> {
          Object result = call(connection, method, arguments);
          return result instanceof PreparedStatement statement && arguments != null
              ? watch(statement, connection, (String) arguments[0])
              : result;
        });
  }

  private PreparedStatement watch(PreparedStatement statement, Connection connection, String sql)
      throws SQLException {
    String start = sql.stripLeading();
    boolean query =
        (start.startsWith("SELECT") || start.startsWith("WITH")) && sql.contains("travel_");
    if (!query) {
      return statement;
    }
    PreparedStatement explained = connection.prepareStatement(explain + " " + sql);
    return watched(
        PreparedStatement.class,
        (method, arguments) -> {
          if (method.getName().startsWith("set")) {
            call(explained, method, arguments);
          } else if (method.getName().equals("executeQuery")) {
            found.add(sql.strip() + "\n\n" + text(explained));
          } else if (method.getName().equals("close")) {
            explained.close();
          }
          return call(statement, method, arguments);
        });
  }

  private static String text(PreparedStatement explained) throws SQLException {
    StringBuilder text = new StringBuilder();
    try (ResultSet rows = explained.executeQuery()) {
      int columns = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        for (int column = 1; column <= columns; column++) {
          text.append(rows.getString(column)).append(column == columns ? "\n" : "  ");
        }
      }
    }
    return text.toString();
  }

  private interface Watcher {
    @Nullable Object call(Method method, Object @Nullable [] arguments) throws Throwable;
  }

  private static <T> T watched(Class<T> type, Watcher watcher) {
    Object proxy =
        Proxy.newProxyInstance(
            type.getClassLoader() == null ? Plans.class.getClassLoader() : type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> watcher.call(method, arguments));
    return type.cast(proxy);
  }

  private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments)
      throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }
}
