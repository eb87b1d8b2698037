package io.travelsuite.examples.replay;

import java.io.Console;
import java.io.PrintWriter;
import java.text.DecimalFormat;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import me.tongfei.progressbar.ProgressState;

/**
 * How far the replay is, how fast it goes and how long it will take: a bar in a terminal, else a
 * line every ten seconds. Thread-safe.
 */
final class Progress implements AutoCloseable {

  private static final Duration BETWEEN_LINES = Duration.ofSeconds(10);
  private static final int LINE_LENGTH = 100;

  private final ProgressBar bar;

  private Progress(ProgressBar bar) {
    this.bar = bar;
  }

  /**
   * Progress over so many steps.
   *
   * @param steps how many
   * @param out where the lines go when there is no terminal
   */
  static Progress over(long steps, PrintWriter out) {
    ProgressBarBuilder builder = ProgressBar.builder().setTaskName("Replay").setInitialMax(steps);
    return new Progress(isTerminal() ? bar(builder) : lines(builder, out));
  }

  /** Before Java 22 a console is always a terminal; since then it may be none, and can be asked. */
  @SuppressWarnings("SystemConsoleNull")
  private static boolean isTerminal() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException e) {
      return true;
    }
  }

  private static ProgressBar bar(ProgressBarBuilder builder) {
    return builder
        .setStyle(ProgressBarStyle.ASCII)
        .setUpdateIntervalMillis(500)
        .setSpeedUnit(ChronoUnit.SECONDS)
        .showSpeed(new DecimalFormat("#,##0"))
        .build();
  }

  private static ProgressBar lines(ProgressBarBuilder builder, PrintWriter out) {
    return builder
        .setUpdateIntervalMillis((int) BETWEEN_LINES.toMillis())
        .setRenderer((state, length) -> line(state))
        .setConsumer(new DelegatingProgressBarConsumer(new Changes(out)::print, LINE_LENGTH))
        .build();
  }

  /** Leaves out a line that says what the line before said. */
  private static final class Changes {

    private final PrintWriter out;
    private String last = "";

    Changes(PrintWriter out) {
      this.out = out;
    }

    void print(String line) {
      if (!line.equals(last)) {
        last = line;
        out.println(line);
        out.flush();
      }
    }
  }

  private static String line(ProgressState state) {
    double seconds = Math.max(0.001, state.getTotalElapsed().toMillis() / 1000.0);
    double rate = state.getCurrent() / seconds;
    long left = rate == 0 ? 0 : Math.round((state.getMax() - state.getCurrent()) / rate);
    return String.format(
        Locale.ROOT,
        "Replay %3.0f %%  %,d of %,d  %,.0f a second  %d:%02d left",
        100 * state.getNormalizedProgress(),
        state.getCurrent(),
        state.getMax(),
        rate,
        left / 60,
        left % 60);
  }

  void step() {
    bar.step();
  }

  @Override
  public void close() {
    bar.close();
  }
}
