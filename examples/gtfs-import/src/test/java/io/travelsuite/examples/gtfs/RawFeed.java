package io.travelsuite.examples.gtfs;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Counts the departures of a year from the bare lines of the built-in feed, by arithmetic and
 * without the classes that are tested. It knows that this feed quotes no values, gives every
 * service a calendar and adds no dates to it.
 */
final class RawFeed {

  private final Map<String, List<String[]>> lines = new HashMap<>();

  static RawFeed ofResource(String name) throws IOException {
    RawFeed feed = new RawFeed();
    try (InputStream resource = RawFeed.class.getResourceAsStream(name);
        ZipInputStream zip = new ZipInputStream(Objects.requireNonNull(resource))) {
      for (ZipEntry file = zip.getNextEntry(); file != null; file = zip.getNextEntry()) {
        String text = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
        feed.lines.put(file.getName(), text.lines().map(line -> line.split(",", -1)).toList());
      }
    }
    return feed;
  }

  /** The same without one line. */
  RawFeed without(String file, int line) {
    RawFeed other = new RawFeed();
    other.lines.putAll(lines);
    List<String[]> rows = new ArrayList<>(Objects.requireNonNull(lines.get(file)));
    rows.remove(line - 1);
    other.lines.put(file, rows);
    return other;
  }

  /** All values of a column, in file order. */
  List<String> values(String file, String column) {
    List<String[]> rows = Objects.requireNonNull(lines.get(file), file);
    int index = List.of(rows.get(0)).indexOf(column);
    return rows.stream().skip(1).map(row -> row[index]).toList();
  }

  /** The one value of a column where another one has a value. */
  String value(String file, String column, String key, String keyValue) {
    return values(file, column).get(values(file, key).indexOf(keyValue));
  }

  /** On how many of some days, both ends included, a trip runs. */
  private long days(String trip, LocalDate from, LocalDate until) {
    String service = value("trips.txt", "service_id", "trip_id", trip);
    long first = day(service, "start_date", from, true);
    long last = day(service, "end_date", until, false);
    long days = 0;
    for (DayOfWeek weekday : DayOfWeek.values()) {
      String column = weekday.name().toLowerCase(Locale.ROOT);
      if (value("calendar.txt", column, "service_id", service).equals("1")) {
        // 1970-01-01, day 0, was a Thursday
        long offset = Math.floorMod(weekday.getValue() - 4, 7);
        days += Math.floorDiv(last - offset, 7) - Math.floorDiv(first - 1 - offset, 7);
      }
    }
    return last < first ? 0 : days - removed(service, first, last);
  }

  private long day(String service, String column, LocalDate bound, boolean later) {
    String text = value("calendar.txt", column, "service_id", service);
    long day = epochDay(text);
    return later ? Math.max(day, bound.toEpochDay()) : Math.min(day, bound.toEpochDay());
  }

  /** All removed dates of this feed fall on days when the service runs. */
  private long removed(String service, long first, long last) {
    List<String> services = values("calendar_dates.txt", "service_id");
    List<String> dates = values("calendar_dates.txt", "date");
    long removed = 0;
    for (int i = 0; i < services.size(); i++) {
      long day = epochDay(dates.get(i));
      removed += services.get(i).equals(service) && day >= first && day <= last ? 1 : 0;
    }
    return removed;
  }

  private static long epochDay(String date) {
    return LocalDate.parse(date, DateTimeFormatter.BASIC_ISO_DATE).toEpochDay();
  }

  /** Departures, legs, and pairs of an earlier and a later stop. */
  record Counts(long departures, long legs, long pairs) {

    Counts plus(Counts other) {
      return new Counts(departures + other.departures, legs + other.legs, pairs + other.pairs);
    }

    static Counts of(long departures, long stops) {
      return new Counts(departures, departures * (stops - 1), departures * stops * (stops - 1) / 2);
    }
  }

  /** What a year has, a repeated trip counted once a day or as often as it leaves. */
  Counts counts(int year, boolean repeated) {
    return counts(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), repeated);
  }

  /** The same of some days, both ends included. */
  Counts counts(LocalDate from, LocalDate until, boolean repeated) {
    Map<String, Integer> stops = new HashMap<>();
    values("stop_times.txt", "trip_id").forEach(trip -> stops.merge(trip, 1, Integer::sum));
    Counts counts = new Counts(0, 0, 0);
    for (String trip : values("trips.txt", "trip_id")) {
      long times = repeated ? repetitions(trip) : 1;
      counts = counts.plus(Counts.of(days(trip, from, until) * times, stops.get(trip)));
    }
    return counts;
  }

  private long repetitions(String trip) {
    if (!values("frequencies.txt", "trip_id").contains(trip)) {
      return 1;
    }
    long seconds =
        seconds(value("frequencies.txt", "end_time", "trip_id", trip))
            - seconds(value("frequencies.txt", "start_time", "trip_id", trip));
    return -Math.floorDiv(
        -seconds, Long.parseLong(value("frequencies.txt", "headway_secs", "trip_id", trip)));
  }

  private static long seconds(String time) {
    long seconds = 0;
    for (String part : time.split(":", -1)) {
      seconds = seconds * 60 + Long.parseLong(part);
    }
    return seconds;
  }
}
