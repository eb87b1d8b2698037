package io.travelsuite.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.List;

/** An account on a schema that may do nothing until it is granted something. */
public final class RuntimeUser implements AutoCloseable {

  private final Fixture fixture;
  private final String name;

  private RuntimeUser(Fixture fixture) {
    this.fixture = fixture;
    name = fixture.schema().name().substring(0, 16);
  }

  /** Makes it. */
  public static RuntimeUser on(Fixture fixture) {
    RuntimeUser user = new RuntimeUser(fixture);
    fixture.rows().update("CREATE USER " + user.name + "@'%' IDENTIFIED BY 'runtime'");
    return user;
  }

  /** Its name, without a host. */
  public String name() {
    return name;
  }

  /** Gives it what the library needs. */
  public void grantWhatIsNeeded() {
    grant(Grants.statements(fixture.schema().name(), name, "%"));
  }

  /** Gives it what some statements say. */
  public void grant(List<String> statements) {
    statements.forEach(statement -> fixture.rows().update(statement));
  }

  /** Connections as it. */
  public HikariDataSource pool(int connections) {
    HikariConfig config = new HikariConfig();
    config.setMaximumPoolSize(connections);
    config.setJdbcUrl(
        fixture
            .schema()
            .jdbcUrl()
            .replaceFirst("user=[^&]*", "user=" + name)
            .replaceFirst("password=[^&]*", "password=runtime"));
    return new HikariDataSource(config);
  }

  @Override
  public void close() {
    fixture.rows().update("DROP USER " + name + "@'%'");
  }
}
