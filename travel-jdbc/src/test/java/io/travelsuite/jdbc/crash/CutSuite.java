package io.travelsuite.jdbc.crash;

import com.zaxxer.hikari.HikariDataSource;
import io.travelsuite.jdbc.Fixture;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** A database, and a pool of four connections to it that can be cut at COMMIT. */
abstract class CutSuite {

  static Fixture fixture;
  static CommitProxy proxy;
  static HikariDataSource pool;

  @BeforeAll
  static void connect() {
    fixture = Fixture.create();
    proxy = new CommitProxy(fixture.schema().jdbcUrl());
    pool = Pools.open(proxy.through(fixture.schema().jdbcUrl()), 4, Duration.ofSeconds(10));
  }

  @AfterAll
  static void close() {
    pool.close();
    proxy.close();
    fixture.close();
  }
}
