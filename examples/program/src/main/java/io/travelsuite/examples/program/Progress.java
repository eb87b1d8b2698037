package io.travelsuite.examples.program;

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
 * How far a task is, how fast it goes and how long it will take: a bar in a terminal, else a line
 * every ten seconds. Thread-safe.
 */
public final class Progress implements AutoCloseable {

  private static final Duration BETWEEN_LINES = Duration.ofSeconds(10);
  private static final int LINE_LENGTH = 100;

  private final ProgressBar bar;

  /**
   * Progress of a task.
   *
   * @param task its name
   * @param steps how many it has
   * @param out where the lines go when there is no terminal
   */
  public Progress(String task, long steps, PrintWriter out) {
    ProgressBarBuilder builder = ProgressBar.builder().setTaskName(task).setInitialMax(steps);
    this.bar = isTerminal() ? bar(builder) : lines(builder, out);
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
    Lines lines = new Lines(out);
    return builder
        .setUpdateIntervalMillis((int) BETWEEN_LINES.toMillis())
        .setRenderer((state, length) -> lines.render(state))
        .setConsumer(new DelegatingProgressBarConsumer(lines::print, LINE_LENGTH))
        .build();
  }

  /** Leaves out a line when nothing has happened since the line before. Used by one thread. */
  private static final class Lines {

    private final PrintWriter out;
    private long rendered;
    private long printed = -1;

    Lines(PrintWriter out) {
      this.out = out;
    }

    String render(ProgressState state) {
      rendered = state.getCurrent();
      double seconds = Math.max(0.001, state.getTotalElapsed().toMillis() / 1000.0);
      double rate = rendered / seconds;
      long left = rate == 0 ? 0 : Math.round((state.getMax() - rendered) / rate);
      return String.format(
          Locale.ROOT,
          "%-8s %3.0f %%  %,d of %,d  %,.0f a second  %d:%02d left",
          state.getTaskName(),
          100 * state.getNormalizedProgress(),
          rendered,
          state.getMax(),
          rate,
          left / 60,
          left % 60);
    }

    void print(String line) {
      if (rendered != printed) {
        printed = rendered;
        out.println(line);
        out.flush();
      }
    }
  }

  /**
   * Goes on.
   *
   * @param steps how many
   */
  public void step(long steps) {
    bar.stepBy(steps);
  }

  @Override
  public void close() {
    bar.close();
  }
}
