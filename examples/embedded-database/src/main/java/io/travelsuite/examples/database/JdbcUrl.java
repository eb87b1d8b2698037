package io.travelsuite.examples.database;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parts of a JDBC URL: {@code jdbc:mysql://hosts} / {@code database} ? {@code parameters}. */
record JdbcUrl(String hosts, String database, String parameters) {

  private static final Pattern FORM = Pattern.compile("(jdbc:[^/]+//[^/?]+)/?([^?]*)\\??(.*)");

  static JdbcUrl parse(String url) {
    Matcher parts = FORM.matcher(url);
    if (!parts.matches()) {
      throw new IllegalArgumentException("Not like jdbc:mysql://host:port/database?key=value");
    }
    return new JdbcUrl(parts.group(1), parts.group(2), parts.group(3));
  }

  JdbcUrl withDatabase(String name) {
    return new JdbcUrl(hosts, name, parameters);
  }

  JdbcUrl with(String extraParameters) {
    boolean first = parameters.isEmpty() || extraParameters.isEmpty();
    return new JdbcUrl(hosts, database, parameters + (first ? "" : "&") + extraParameters);
  }

  @Override
  public String toString() {
    return hosts + "/" + database + (parameters.isEmpty() ? "" : "?" + parameters);
  }
}
