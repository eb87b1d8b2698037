package io.travelsuite.examples.gtfs;

import io.travelsuite.examples.gtfs.Imported.Changes;
import io.travelsuite.examples.program.Progress;
import io.travelsuite.integrity.Drift;
import java.io.PrintWriter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the user sees; it keeps what should not be. */
final class Report {

  private static final int MOST_SHOWN = 20;

  private final PrintWriter out;

  /** Once each: a departure that was sold is verified twice. */
  private final Set<String> problems = new LinkedHashSet<>();

  Report(PrintWriter out) {
    this.out = out;
  }

  void say(String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values));
    out.flush();
  }

  void problem(String problem) {
    problems.add(problem);
  }

  Progress progress(String task, long steps) {
    return new Progress(task, steps, out);
  }

  void imported(Changes changes, double seconds) {
    say(
        "Opened %,d departures in %.1f s (%,.0f a second); changed or withdrew %,d",
        changes.opened(), seconds, changes.opened() / seconds, changes.altered());
    changes.leftAlone().forEach(this::problem);
  }

  void counts(Counts feed, Counts stored) {
    say("");
    say("%-44s%14s%14s", "", "Feed", "Database");
    say("%-44s%,14d%,14d", "Dated departures", feed.dated(), stored.dated());
    say("%-44s%,14d%,14d", "  their legs", feed.datedLegs(), stored.datedLegs());
    say(
        "%-44s%,14d%,14d",
        "Departures, the repeated trips expanded", feed.departures(), stored.departures());
    say("%-44s%,14d%,14d", "  their legs", feed.legs(), stored.legs());
    if (!feed.equals(stored)) {
      problem("the feed has " + feed + ", the database " + stored);
    }
  }

  void clockChanges(List<String> table) {
    say("");
    say("Departures under way when clocks change: %d", table.size() - 1);
    table.stream().limit(MOST_SHOWN).forEach(line -> say("%s", line));
    say("");
  }

  void sales(Sales sales, int departures, double seconds) {
    say("%-44s%,14d on %,d departures", "Parties of 1 to 4", sales.parties(), departures);
    say("%-44s%,14d", "  sold", sales.sold());
    say("%-44s%,14d", "  refused, sold out", sales.soldOut());
    say("%-44s%,14d", "  refused, nobody gets on or off there", sales.notSold());
    say("%-44s%,14d", "Cancelled later, whole or one person", sales.cancelled());
    say("%-44s%,14.0f parties a second, %.1f s", "Rate", sales.parties() / seconds, seconds);
  }

  /** Compares what was counted while selling, or is drawn, with the rows of the database. */
  void soldSeatLegs(long counted, long stored) {
    if (counted != stored) {
      problem("seats on legs: " + counted + " counted, " + stored + " in the database");
    }
  }

  void drift(String where, List<Drift> drift, double seconds) {
    say("%-44s%,14d  (%.1f s)", "Drift found in " + where, drift.size(), seconds);
    drift.forEach(one -> problem(one.toString()));
  }

  /** Whether all is well. */
  boolean end() {
    say("");
    if (problems.isEmpty()) {
      say("Every departure is on sale as the feed says, and no seat was sold twice on any leg.");
      return true;
    }
    say("%,d PROBLEMS", problems.size());
    problems.stream().limit(MOST_SHOWN).forEach(problem -> say("  %s", problem));
    return false;
  }
}
