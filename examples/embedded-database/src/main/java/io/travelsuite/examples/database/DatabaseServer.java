package io.travelsuite.examples.database;

import java.util.List;

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

  /** How one of its programs is run, such as {@code mysqldump}: a command, to be followed. */
  default List<String> program(String name) {
    return List.of(name);
  }
}
