package io.travelsuite.examples.server.backup;

import java.util.function.Supplier;

/**
 * The servers of a drill.
 *
 * @param jdbcUrl the one that is lost
 * @param kill kills it
 * @param fresh starts another, and tells its URL
 */
record DrillServers(String jdbcUrl, Runnable kill, Supplier<String> fresh) {

  /** Shows no password. */
  @Override
  public String toString() {
    return "DrillServers[]";
  }
}
