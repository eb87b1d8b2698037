package io.travelsuite.examples.database;

/** A running server, wherever it came from. */
interface DatabaseServer {

  /** A URL with user and password in it; the user may create databases and users. */
  String jdbcUrl();

  /** Whether {@link #kill} and {@link #restart} work. */
  boolean canKill();

  /** Ends the server as a crash does, with no time to write anything. */
  void kill();

  /** Starts a killed server again on its data, and returns when it accepts connections. */
  void restart();
}
