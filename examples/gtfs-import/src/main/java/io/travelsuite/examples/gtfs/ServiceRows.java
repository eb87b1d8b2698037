package io.travelsuite.examples.gtfs;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** On which dates services run: calendar.txt, and the exceptions of calendar_dates.txt. */
final class ServiceRows {

  /** The columns of calendar.txt. */
  static final List<String> CALENDAR_COLUMNS =
      Stream.concat(
              Stream.of("service_id", "start_date", "end_date"),
              Arrays.stream(DayOfWeek.values()).map(ServiceRows::column))
          .toList();

  private final Index<Feed.Calendar> calendars = new Index<>("calendar.txt", "service_id");
  private final Map<String, Map<LocalDate, Boolean>> exceptions = new LinkedHashMap<>();

  void calendar(FeedRow row) {
    row.required("service_id");
    LocalDate first = row.date("start_date");
    LocalDate last = row.date("end_date");
    if (last.isBefore(first)) {
      throw row.wrong("end_date", "not before start_date (" + row.text("start_date") + ")");
    }
    Set<DayOfWeek> weekdays =
        Arrays.stream(DayOfWeek.values())
            .filter(day -> row.flag(column(day)))
            .collect(Collectors.toSet());
    calendars.add(row, new Feed.Calendar(first, last, weekdays));
  }

  /** A service may do without a calendar, when all its dates are exceptions. */
  void exception(FeedRow row) {
    boolean added =
        switch (row.text("exception_type")) {
          case "1" -> true;
          case "2" -> false;
          default -> throw row.wrong("exception_type", "1 (added) or 2 (removed)");
        };
    Boolean before =
        exceptions
            .computeIfAbsent(row.required("service_id"), id -> new LinkedHashMap<>())
            .put(row.date("date"), added);
    if (before != null) {
      throw row.wrong("date", "given once for service " + row.text("service_id"));
    }
  }

  /** Checks that the service exists which a row of trips.txt refers to. */
  String serviceOf(FeedRow row) {
    String id = row.text("service_id");
    if (!calendars.has(id) && !exceptions.containsKey(id)) {
      throw row.wrong("service_id", "a service_id of calendar.txt or calendar_dates.txt");
    }
    return id;
  }

  Map<String, Feed.Service> services() {
    Map<String, Feed.Service> services = new LinkedHashMap<>();
    Stream.concat(calendars.values().keySet().stream(), exceptions.keySet().stream())
        .distinct()
        .forEach(id -> services.put(id, service(id)));
    return services;
  }

  private Feed.Service service(String id) {
    return new Feed.Service(id, calendars.values().get(id), exceptions.getOrDefault(id, Map.of()));
  }

  private static String column(DayOfWeek day) {
    return day.name().toLowerCase(Locale.ROOT);
  }
}
