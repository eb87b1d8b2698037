package io.travelsuite.examples.replay;

import io.travelsuite.examples.replay.Outcome.Cancelled;
import io.travelsuite.examples.replay.Outcome.Confirmed;
import io.travelsuite.examples.replay.Outcome.Refused;
import io.travelsuite.examples.replay.Outcome.Skipped;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.ToIntFunction;

/** The figures of a replay as a table that a person can read. */
final class Report {

  private static final int MOST_PROBLEMS = 20;

  private final PrintWriter out;
  private final Ledger ledger;
  private final Summary summary;

  Report(PrintWriter out, Ledger ledger, Summary summary) {
    this.out = out;
    this.ledger = ledger;
    this.summary = summary;
  }

  void print() {
    out.println();
    print("%-28s%14s%14s%14s", "", Hotel.RESORT.title(), Hotel.CITY.title(), "Together");
    sum("Rows", hotel -> count(hotel, Outcome.class));
    sum("  skipped, no nights", hotel -> count(hotel, Skipped.class));
    sum("  refused, sold out", hotel -> count(hotel, Refused.class));
    sum("  confirmed", hotel -> count(hotel, Confirmed.class) + count(hotel, Cancelled.class));
    sum("    cancelled later", hotel -> count(hotel, Cancelled.class));
    sum("Nights on sale", hotel -> ledger.nights(hotel).size());
    sum("  full at some moment", hotel -> summary.fullNights().getOrDefault(hotel.code(), 0));
    line("Rooms a night", hotel -> summary.capacity().getOrDefault(hotel.code(), 0));
    line("Most taken in any night", ledger::mostTaken);
    out.println();
    print("%-28s%s", "Drift found by verify()", summary.drift());
    print("%-28s%s", "Simulation", summary.simulation());
    print(
        "%-28s%,.0f bookings a second: %,.1f s, %d at once, on %s",
        "Rate",
        summary.bookingsPerSecond(),
        summary.seconds(),
        summary.workers(),
        summary.database());
    printProblems();
    out.flush();
  }

  private void printProblems() {
    out.println();
    int problems = summary.problems().size();
    if (problems == 0) {
      print("Not one room was sold twice, and every row is accounted for.");
      return;
    }
    print("%d PROBLEMS", problems);
    summary.problems().stream().limit(MOST_PROBLEMS).forEach(problem -> print("  %s", problem));
  }

  private int count(Hotel hotel, Class<? extends Outcome> kind) {
    return ledger.count(hotel, kind);
  }

  private void sum(String what, ToIntFunction<Hotel> figure) {
    int resort = figure.applyAsInt(Hotel.RESORT);
    int city = figure.applyAsInt(Hotel.CITY);
    print("%-28s%,14d%,14d%,14d", what, resort, city, resort + city);
  }

  private void line(String what, ToIntFunction<Hotel> figure) {
    int resort = figure.applyAsInt(Hotel.RESORT);
    print("%-28s%,14d%,14d", what, resort, figure.applyAsInt(Hotel.CITY));
  }

  private void print(String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values));
  }
}
