package io.travelsuite.examples.server;

import java.io.PrintStream;
import java.util.List;

/** Something that the server's jar does. */
@FunctionalInterface
interface Command {

  /** All is well. */
  int OK = 0;

  /** It failed. */
  int FAILED = 1;

  /** The arguments, the settings or the deployment are not as they should be. */
  int WRONG = 2;

  /**
   * Does it.
   *
   * @param arguments those behind its name
   * @param out where its answer goes
   * @return what the process ends with
   */
  int run(List<String> arguments, PrintStream out) throws Exception;
}
