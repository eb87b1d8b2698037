package io.travelsuite.jdbc;

import com.fasterxml.jackson.databind.JsonNode;
import io.travelsuite.inventory.Capacity;
import io.travelsuite.inventory.OccurrenceRequest;
import io.travelsuite.inventory.Pool;
import io.travelsuite.inventory.ProductId;
import io.travelsuite.sale.SaleTerms;
import io.travelsuite.schedule.Overbooking;
import io.travelsuite.schedule.Recurrence;
import io.travelsuite.schedule.RelativeAllotment;
import io.travelsuite.schedule.Schedule;
import io.travelsuite.schedule.ScheduleTerms;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A schedule as text, without product and code, which are columns. Layout and terms are written as
 * those of occurrences are: see {@link LayoutJson} and {@link TermsJson}.
 */
final class ScheduleJson {

  private ScheduleJson() {}

  static String write(Schedule schedule) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("label", schedule.label());
    json.put("recurrence", recurrence(schedule.recurrence()));
    json.put("layout", Json.read(LayoutJson.write(request(schedule))));
    Map<String, Object> capacities = new LinkedHashMap<>();
    for (Pool pool : schedule.pools()) {
      Capacity capacity = pool.capacity();
      capacities.put(pool.name(), List.of(capacity.physical(), capacity.sellable()));
    }
    json.put("capacities", capacities);
    json.put("overbooking", schedule.overbooking().stream().map(ScheduleJson::rule).toList());
    json.put("opensBefore", text(schedule.terms().opensBefore()));
    json.put(
        "allotments",
        schedule.terms().allotments().stream()
            .map(a -> List.of(a.pool(), a.channel(), a.units(), a.releasedBefore().toString()))
            .toList());
    json.put("terms", Json.read(TermsJson.write(schedule.terms().others())));
    return Json.write(json);
  }

  static Schedule read(ProductId product, String code, String text) {
    JsonNode json = Json.read(text);
    Layout layout = LayoutJson.read(Json.write(json.path("layout")));
    List<Pool> pools = new ArrayList<>();
    layout
        .seats()
        .keySet()
        .forEach(
            name -> {
              JsonNode capacity = json.path("capacities").path(name);
              Capacity units = new Capacity(capacity.path(0).asInt(), capacity.path(1).asInt());
              pools.add(new Pool(name, units, layout.maps().get(name)));
            });
    return new Schedule(
        product,
        code,
        json.path("label").asText(),
        recurrence(json.path("recurrence")),
        layout.stops(),
        pools,
        list(json.path("overbooking"), ScheduleJson::rule),
        terms(json));
  }

  /** What an occurrence of it is made of, with no terms. */
  static OccurrenceRequest request(Schedule schedule) {
    return new OccurrenceRequest(
        schedule.product(),
        schedule.recurrence().first().atStartOfDay(),
        schedule.label(),
        schedule.stops(),
        schedule.pools(),
        SaleTerms.OPEN);
  }

  private static Map<String, Object> recurrence(Recurrence recurrence) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("rule", recurrence.rule());
    json.put("first", recurrence.first().toString());
    json.put("last", text(recurrence.last()));
    json.put("times", recurrence.times().stream().map(LocalTime::toString).toList());
    json.put("exceptions", recurrence.exceptions().stream().map(LocalDate::toString).toList());
    json.put("extraDates", recurrence.extraDates().stream().map(LocalDate::toString).toList());
    return json;
  }

  private static Recurrence recurrence(JsonNode json) {
    String last = json.path("last").asText();
    return new Recurrence(
        json.path("rule").asText(),
        LocalDate.parse(json.path("first").asText()),
        last.isEmpty() ? null : LocalDate.parse(last),
        sorted(json.path("times"), LocalTime::parse),
        sorted(json.path("exceptions"), LocalDate::parse),
        sorted(json.path("extraDates"), LocalDate::parse));
  }

  private static ScheduleTerms terms(JsonNode json) {
    String opens = json.path("opensBefore").asText();
    return new ScheduleTerms(
        opens.isEmpty() ? null : Duration.parse(opens),
        list(
            json.path("allotments"),
            a ->
                new RelativeAllotment(
                    a.path(0).asText(),
                    a.path(1).asText(),
                    a.path(2).asInt(),
                    Duration.parse(a.path(3).asText()))),
        TermsJson.read(Json.write(json.path("terms"))));
  }

  private static List<Object> rule(Overbooking rule) {
    List<String> days = new TreeSet<>(rule.days()).stream().map(DayOfWeek::name).toList();
    return List.of(rule.pool(), rule.percent(), rule.units(), days);
  }

  private static Overbooking rule(JsonNode json) {
    Set<DayOfWeek> days = new HashSet<>();
    json.path(3).forEach(day -> days.add(DayOfWeek.valueOf(day.asText())));
    return new Overbooking(json.path(0).asText(), json.path(1).asInt(), json.path(2).asInt(), days);
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  private static <T extends Comparable<? super T>> SortedSet<T> sorted(
      JsonNode json, Function<String, T> parser) {
    SortedSet<T> values = new TreeSet<>();
    json.forEach(value -> values.add(parser.apply(value.asText())));
    return values;
  }

  private static <T> List<T> list(JsonNode json, Function<JsonNode, T> reader) {
    List<T> values = new ArrayList<>();
    json.forEach(value -> values.add(reader.apply(value)));
    return values;
  }
}
