package io.travelsuite.examples.replay;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.function.ToIntFunction;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Draws the rooms taken of every night against the capacity, a panel a hotel. */
final class NightChart {

  private static final int WIDTH = 1_500;
  private static final int HEIGHT = 460;

  private final Ledger ledger;
  private final Capacities capacities;

  NightChart(Ledger ledger, Capacities capacities) {
    this.ledger = ledger;
    this.capacities = capacities;
  }

  /** What is drawn of a night, from zero up to its height. */
  private record Layer(String name, Color color, ToIntFunction<Night> height) {}

  private record Point(LocalDate date, int height) {}

  /** A higher layer comes before the lower one that is drawn over it. */
  private static List<Layer> areas(int capacity) {
    return List.of(
        new Layer(
            "requests refused, above the capacity",
            new Color(0xe07b39),
            night -> night.refused() == 0 ? 0 : capacity + night.refused()),
        new Layer("most rooms taken at any moment", new Color(0xa9cbe6), Night::peak),
        new Layer("rooms taken in the end", new Color(0x2b6ca3), Night::taken));
  }

  /** Writes a PNG with a panel for every hotel that has nights; nothing when none has. */
  void write(Path file) throws IOException {
    List<XYChart> panels = new ArrayList<>();
    for (Hotel hotel : Hotel.values()) {
      if (!ledger.nights(hotel).isEmpty()) {
        panels.add(panel(hotel));
      }
    }
    if (!panels.isEmpty()) {
      ByteArrayOutputStream image = new ByteArrayOutputStream(); // no file when it fails
      BitmapEncoder.saveBitmap(panels, panels.size(), 1, image, BitmapFormat.PNG);
      Files.write(file, image.toByteArray());
    }
  }

  private XYChart panel(Hotel hotel) {
    int capacity = capacities.of(hotel);
    XYChart chart =
        new XYChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .title(hotel.title() + ": rooms taken of " + capacity + ", night by night")
            .xAxisTitle("Night")
            .yAxisTitle("Rooms")
            .build();
    style(chart.getStyler());
    List<LocalDate> dates = List.copyOf(ledger.nights(hotel).keySet());
    List<Night> nights = List.copyOf(ledger.nights(hotel).values());
    for (Layer layer : areas(capacity)) {
      XYSeries area = add(chart, layer, outline(dates, nights, layer));
      area.setXYSeriesRenderStyle(XYSeriesRenderStyle.PolygonArea);
      area.setFillColor(layer.color());
      area.setLineStyle(SeriesLines.NONE);
    }
    Layer line = new Layer("capacity", new Color(0x333333), night -> capacity);
    add(chart, line, top(dates, nights, line)).setLineStyle(new BasicStroke(2f));
    return chart;
  }

  /** Steps as wide as a night, from its date to the next. */
  private static List<Point> top(List<LocalDate> dates, List<Night> nights, Layer layer) {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < dates.size(); i++) {
      int height = layer.height().applyAsInt(nights.get(i));
      points.add(new Point(dates.get(i), height));
      points.add(new Point(dates.get(i).plusDays(1), height));
    }
    return points;
  }

  private static List<Point> outline(List<LocalDate> dates, List<Night> nights, Layer layer) {
    List<Point> points = top(dates, nights, layer);
    points.add(new Point(points.get(points.size() - 1).date(), 0));
    points.add(new Point(dates.get(0), 0));
    return points;
  }

  private static XYSeries add(XYChart chart, Layer layer, List<Point> points) {
    List<Date> dates =
        points.stream()
            .map(point -> Date.from(point.date().atStartOfDay().toInstant(ZoneOffset.UTC)))
            .toList();
    XYSeries series =
        chart.addSeries(layer.name(), dates, points.stream().map(Point::height).toList());
    series.setLineColor(layer.color());
    series.setMarker(SeriesMarkers.NONE);
    return series;
  }

  private static void style(XYStyler styler) {
    styler.setLocale(Locale.ENGLISH);
    styler.setTimezone(TimeZone.getTimeZone("UTC"));
    styler.setDatePattern("d MMM yyyy");
    styler.setChartBackgroundColor(Color.WHITE);
    styler.setChartTitleBoxVisible(false);
    styler.setChartTitleFont(new Font(Font.SANS_SERIF, Font.BOLD, 18));
    styler.setPlotBorderVisible(false);
    styler.setPlotGridVerticalLinesVisible(false);
    styler.setPlotGridLinesColor(new Color(0xe4e4e4));
    styler.setPlotContentSize(1.0);
    styler.setYAxisMin(0.0);
    styler.setXAxisTickMarkSpacingHint(100);
    styler.setLegendPosition(LegendPosition.OutsideS);
    styler.setLegendLayout(LegendLayout.Horizontal);
    styler.setLegendBorderColor(Color.WHITE);
  }
}
