package io.travelsuite.benchmarks.suite;

import java.io.PrintWriter;
import java.util.Locale;

/** Progress, with the time since the start. */
final class Log {

  private final PrintWriter out;
  private final long start = System.nanoTime();

  Log(PrintWriter out) {
    this.out = out;
  }

  void say(String format, Object... values) {
    long seconds = (System.nanoTime() - start) / 1_000_000_000L;
    String text = String.format(Locale.ROOT, format, values);
    out.println(String.format(Locale.ROOT, "%3d:%02d  %s", seconds / 60, seconds % 60, text));
    out.flush();
  }

  double minutes() {
    return Math.round((System.nanoTime() - start) / 6e9) / 10.0;
  }
}
