package io.travelsuite.examples.server.backup;

import io.travelsuite.examples.program.ProgramDatabase;
import io.travelsuite.jdbc.backup.Database;
import io.travelsuite.jdbc.backup.DatabaseAccess;

/** A database of a URL, for the library and for the tools, with a pool that is closed with it. */
final class OpenDatabase implements AutoCloseable {

  private static final int CONNECTIONS = 8;

  private final ProgramDatabase pool;
  private final Database database;

  OpenDatabase(String jdbcUrl) {
    pool = ProgramDatabase.of(jdbcUrl, CONNECTIONS);
    database = new Database(pool.dataSource(), DatabaseAccess.of(jdbcUrl));
  }

  Database database() {
    return database;
  }

  String product() {
    return pool.product();
  }

  @Override
  public void close() {
    pool.close();
  }
}
