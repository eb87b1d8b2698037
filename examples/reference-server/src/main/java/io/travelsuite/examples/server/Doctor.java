package io.travelsuite.examples.server;

import java.io.PrintStream;
import java.util.List;

/** Looks whether all is as production needs it. */
final class Doctor {

  private Doctor() {}

  static boolean lets(Settings settings, PrintStream out) {
    return true;
  }

  static int run(List<String> arguments, PrintStream out) {
    return Command.OK;
  }
}
