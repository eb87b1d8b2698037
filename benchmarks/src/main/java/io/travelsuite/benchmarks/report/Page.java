package io.travelsuite.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.internal.chartpart.Chart;

/** report.html, with its charts beside it. */
public final class Page {

  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>How fast seats are sold</title>
      <style>
      body { font: 15px/1.5 system-ui, sans-serif; color: #222; max-width: 60rem;
             margin: 2rem auto; padding: 0 1rem }
      h1 { font-size: 1.6rem } h2 { font-size: 1.2rem; margin-top: 2.5rem }
      table { border-collapse: collapse; width: 100%% }
      th, td { padding: .3rem .6rem; border-bottom: 1px solid #e4e4e4; text-align: left }
      td.n, th.n { text-align: right; font-variant-numeric: tabular-nums }
      .yes { color: #1c7a3f } .no { color: #b3261e; font-weight: bold } .none { color: #777 }
      img { max-width: 100%%; margin: .5rem 0 }
      dt { float: left; clear: left; width: 16rem; color: #555 }
      dd { margin: 0 0 0 16rem }
      </style>
      </head>
      <body>
      <h1>How fast seats are sold</h1>
      %s
      <h2>Targets</h2>
      <p>Meant for MySQL at full durability on two cores that clients and server share.</p>
      <table><tr><th>What</th><th class="n">Measured</th><th class="n">Target</th><th>Met</th></tr>
      %s
      </table>
      <h2>Charts</h2>
      %s
      <h2>All figures</h2>
      <table><tr><th>Benchmark</th><th>Strategy</th><th class="n">Callers</th>
      <th class="n">Departures</th><th class="n">Median</th><th class="n">Min</th><th class="n">Max</th>
      <th>Unit</th><th class="n">p50, ms</th><th class="n">p99, ms</th></tr>
      %s
      </table>
      </body>
      </html>
      """;

  private final Summary summary;
  private final Results results;

  /** The page of a summary. */
  public Page(Summary summary, Results results) {
    this.summary = summary;
    this.results = results;
  }

  /** Writes the page and its charts into a folder. */
  public void write(Path folder) throws IOException {
    Map<String, Chart<?, ?>> charts = new Charts(results).all();
    for (Map.Entry<String, Chart<?, ?>> chart : charts.entrySet()) {
      String file = folder.resolve(chart.getKey() + ".png").toString();
      BitmapEncoder.saveBitmapWithDPI(chart.getValue(), file, BitmapFormat.PNG, 144);
    }
    String images =
        charts.keySet().stream()
            .map(name -> "<img src=\"" + name + ".png\" alt=\"" + name + "\">")
            .collect(Collectors.joining("\n"));
    String page = PAGE.formatted(facts(), targets(), images, rows(summary.results()));
    Files.writeString(folder.resolve("report.html"), page);
  }

  private String facts() {
    StringBuilder facts = new StringBuilder("<dl>");
    fact(facts, "Database", summary.database());
    summary.durability().forEach((setting, value) -> fact(facts, setting, value));
    summary.machine().forEach((part, value) -> fact(facts, part, value));
    fact(facts, "Form", summary.form() + ", " + summary.minutes() + " minutes");
    summary
        .pools()
        .forEach((strategy, pools) -> fact(facts, strategy + ": connections by departures", pools));
    return facts.append("</dl>").toString();
  }

  private static void fact(StringBuilder facts, String name, Object value) {
    facts
        .append("<dt>")
        .append(text(name))
        .append("</dt><dd>")
        .append(text(value))
        .append("</dd>\n");
  }

  private String targets() {
    return summary.targets().stream().map(Page::row).collect(Collectors.joining("\n"));
  }

  private static String row(Target target) {
    Boolean met = target.met();
    String mark = met == null ? "none\">not measured" : met ? "yes\">yes" : "no\">no";
    return "<tr><td>"
        + text(target.what())
        + "</td>"
        + number(target.measured())
        + "<td class=\"n\">"
        + (target.atMost() ? "≤ " : "≥ ")
        + figure(target.limit())
        + "</td><td class=\""
        + mark
        + "</td></tr>";
  }

  private static String rows(List<Result> all) {
    return all.stream()
        .map(
            r ->
                "<tr><td>"
                    + text(r.benchmark())
                    + "</td><td>"
                    + text(r.strategy())
                    + "</td>"
                    + number((double) r.threads())
                    + number((double) r.occurrences())
                    + number(r.median())
                    + number(r.min())
                    + number(r.max())
                    + "<td>"
                    + text(r.unit())
                    + "</td>"
                    + number(r.p50Ms())
                    + number(r.p99Ms())
                    + "</tr>")
        .collect(Collectors.joining("\n"));
  }

  private static String number(@Nullable Double value) {
    return "<td class=\"n\">" + (value == null ? "" : figure(value)) + "</td>";
  }

  private static String figure(double value) {
    String pattern =
        value >= 100 || value == Math.rint(value) ? "%,.0f" : value >= 10 ? "%.1f" : "%.2f";
    return String.format(Locale.ROOT, pattern, value);
  }

  private static String text(Object value) {
    return String.valueOf(value).replace("&", "&amp;").replace("<", "&lt;");
  }
}
