package io.travelsuite.benchmarks.report;

import io.travelsuite.benchmarks.sale.Strategy;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** The charts of a report, by the names of their files. */
final class Charts {

  private static final int WIDTH = 900;
  private static final int HEIGHT = 480;

  /** A logarithmic axis has no zero. */
  private static final double LEAST = 0.001;

  private static final Map<String, Color> COLORS =
      Map.of(
          Strategy.SELECT_FOR_UPDATE_SUM.name(), new Color(0x9a9a9a),
          Strategy.SELECT_FOR_UPDATE_COUNTER.name(), new Color(0xc98b2b),
          Strategy.CONDITIONAL_UPDATE.name(), new Color(0x8a5a9e),
          Strategy.DIRECT.name(), new Color(0x4a9a6a),
          Strategy.COMBINING.name(), new Color(0x1f5fa8));

  private final Results results;

  Charts(Results results) {
    this.results = results;
  }

  /** Those there are figures for. */
  Map<String, Chart<?, ?>> all() {
    Map<String, Chart<?, ?>> charts = new LinkedHashMap<>();
    List<Result> grid = results.of(Results.LOCKING);
    grid.stream()
        .map(Result::occurrences)
        .distinct()
        .forEach(
            departures -> charts.put("throughput-" + departures, throughput(grid, departures)));
    if (!grid.isEmpty()) {
      charts.put("latency", latency(grid));
    }
    if (!results.of(Results.FIXED_RATE).isEmpty()) {
      charts.put("fixed-rate", fixedRate());
    }
    if (!results.of(Results.GROWTH).isEmpty()) {
      charts.put("growth", growth());
    }
    if (!results.of(Results.ON_SALE).isEmpty()) {
      charts.put("on-sale", onSale());
    }
    return charts;
  }

  private static XYChart throughput(List<Result> grid, int departures) {
    String title =
        "Sales a second, %,d departure%s".formatted(departures, departures == 1 ? "" : "s");
    XYChart chart = lines(title, "Callers at the same time", "Sales a second");
    byStrategy(grid.stream().filter(r -> r.occurrences() == departures).toList())
        .forEach(
            (strategy, points) ->
                line(chart, strategy, points, List.of(r -> (double) r.threads(), Result::median)));
    return chart;
  }

  private XYChart fixedRate() {
    XYChart chart =
        lines(
            "Latency at a fixed arrival rate, one departure: 99 % have their answer within",
            "Arrivals a second", "Milliseconds");
    byStrategy(results.of(Results.FIXED_RATE))
        .forEach(
            (strategy, points) ->
                line(chart, strategy, points, List.of(Charts::rate, Result::p99Ms)));
    return chart;
  }

  private static double rate(Result result) {
    return Double.parseDouble(result.benchmark().substring(Results.FIXED_RATE.length()));
  }

  /** Bars would need an axis from zero, on which the short ones are not seen. */
  private static XYChart latency(List<Result> grid) {
    XYChart chart =
        lines(
            "Latency, one departure: 99 % (dashed: half) have their answer within",
            "Callers at the same time", "Milliseconds");
    byStrategy(grid.stream().filter(r -> r.occurrences() == 1).toList())
        .forEach(
            (strategy, points) -> {
              line(chart, strategy, points, List.of(r -> (double) r.threads(), Result::p99Ms));
              half(chart, strategy, points);
            });
    return chart;
  }

  private static void half(XYChart chart, String strategy, List<Result> points) {
    List<Double> callers = figures(points, r -> (double) r.threads());
    XYSeries series = chart.addSeries(strategy + ", half", callers, figures(points, Result::p50Ms));
    series.setLineColor(COLORS.get(strategy));
    series.setMarker(SeriesMarkers.NONE);
    series.setLineStyle(
        new BasicStroke(
            1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1f, new float[] {6f, 5f}, 0f));
    series.setShowInLegend(false);
  }

  private CategoryChart growth() {
    List<Result> sizes = results.of(Results.GROWTH);
    CategoryChart chart =
        bars("Sales a second by bookings stored, 512 callers, one departure", "Sales a second");
    List<String> names =
        sizes.stream().map(r -> "%,d stored".formatted(Targets.stored(r))).toList();
    chart.addSeries(Strategy.COMBINING.name(), names, figures(sizes, Result::median));
    return chart;
  }

  private CategoryChart onSale() {
    List<Result> all = results.of(Results.ON_SALE);
    CategoryChart chart =
        bars(
            "On-sale, %,d callers at once: every one has an answer after"
                .formatted(all.get(0).threads()),
            "Seconds");
    List<String> names = all.stream().map(r -> shortName(r.strategy())).toList();
    chart.addSeries("seconds", names, figures(all, Result::median));
    return chart;
  }

  private static List<Double> figures(List<Result> all, Function<Result, @Nullable Double> figure) {
    List<Double> figures = new ArrayList<>();
    for (Result result : all) {
      Double value = figure.apply(result);
      figures.add(value == null ? LEAST : Math.max(LEAST, value));
    }
    return figures;
  }

  private static Map<String, List<Result>> byStrategy(List<Result> all) {
    Map<String, List<Result>> byStrategy = new LinkedHashMap<>();
    all.forEach(r -> byStrategy.computeIfAbsent(r.strategy(), s -> new ArrayList<>()).add(r));
    return byStrategy;
  }

  private static String shortName(String strategy) {
    return strategy.replace("SELECT_FOR_UPDATE", "FOR_UPDATE");
  }

  private static void line(
      XYChart chart,
      String strategy,
      List<Result> points,
      List<Function<Result, @Nullable Double>> axes) {
    List<Double> x = figures(points, axes.get(0));
    List<Double> y = figures(points, axes.get(1));
    XYSeries series = chart.addSeries(strategy, x, y);
    series.setLineColor(COLORS.get(strategy));
    series.setMarkerColor(COLORS.get(strategy));
    series.setMarker(SeriesMarkers.CIRCLE);
    series.setLineStyle(new BasicStroke(2.5f));
  }

  private static XYChart lines(String title, String x, String y) {
    XYChart chart =
        new XYChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .title(title)
            .xAxisTitle(x)
            .yAxisTitle(y)
            .build();
    style(chart.getStyler());
    chart.getStyler().setXAxisLogarithmic(true);
    chart.getStyler().setYAxisLogarithmic(true);
    return chart;
  }

  private static CategoryChart bars(String title, String y) {
    CategoryChart chart =
        new CategoryChartBuilder().width(WIDTH).height(HEIGHT).title(title).yAxisTitle(y).build();
    style(chart.getStyler());
    chart.getStyler().setLabelsVisible(true);
    chart.getStyler().setSeriesColors(new Color[] {new Color(0x8fb4dc), new Color(0x1f5fa8)});
    chart.getStyler().setAvailableSpaceFill(0.6);
    return chart;
  }

  private static void style(AxesChartStyler styler) {
    styler.setLocale(Locale.ENGLISH);
    styler.setChartBackgroundColor(Color.WHITE);
    styler.setChartTitleBoxVisible(false);
    styler.setChartTitleFont(new Font(Font.SANS_SERIF, Font.BOLD, 16));
    styler.setPlotBorderVisible(false);
    styler.setPlotGridVerticalLinesVisible(false);
    styler.setPlotGridLinesColor(new Color(0xe4e4e4));
    styler.setLegendPosition(LegendPosition.OutsideS);
    styler.setLegendBorderColor(Color.WHITE);
    styler.setDecimalPattern("#,###.###");
  }
}
