package io.travelsuite.jdbc;

import com.fasterxml.jackson.databind.JsonNode;
import io.travelsuite.sale.Allotment;
import io.travelsuite.sale.Companions;
import io.travelsuite.sale.FareClass;
import io.travelsuite.sale.FareUnit;
import io.travelsuite.sale.Range;
import io.travelsuite.sale.SaleTerms;
import io.travelsuite.sale.SeatRule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Terms of sale as a document. What is as it is by default is left out, and what has no order is
 * sorted, so that equal terms are equal texts.
 */
final class TermsJson {

  private TermsJson() {}

  static String write(SaleTerms terms) {
    Map<String, Object> json = new LinkedHashMap<>();
    put(json, "opensAt", terms.opensAt());
    put(json, "cutoff", terms.cutoff());
    putRange(json, "party", terms.party());
    putList(json, "units", terms.units(), TermsJson::unit);
    putList(
        json,
        "allotments",
        terms.allotments(),
        a -> List.of(a.pool(), a.channel(), a.units(), a.releasedAt().toString()));
    putList(json, "classes", terms.classes(), c -> List.of(c.pool(), c.code(), c.protectedUnits()));
    putList(
        json,
        "seats",
        terms.seats(),
        rule ->
            rule.channel() == null ? List.of(rule.seat()) : List.of(rule.seat(), rule.channel()));
    if (terms.priced()) {
      json.put("priced", true);
    }
    return Json.write(json);
  }

  static SaleTerms read(String text) {
    JsonNode json = Json.read(text);
    return new SaleTerms(
        json.has("opensAt") ? Instant.parse(json.path("opensAt").asText()) : null,
        json.has("cutoff") ? Duration.parse(json.path("cutoff").asText()) : null,
        range(json, "party"),
        list(json.path("units"), TermsJson::unit),
        list(json.path("allotments"), TermsJson::allotment),
        list(
            json.path("classes"),
            c -> new FareClass(c.path(0).asText(), c.path(1).asText(), c.path(2).asInt())),
        list(
            json.path("seats"),
            rule ->
                new SeatRule(rule.path(0).asText(), rule.has(1) ? rule.path(1).asText() : null)),
        json.has("priced"));
  }

  private static Object unit(FareUnit unit) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("code", unit.code());
    json.put("takes", unit.takes());
    if (!unit.inParty()) {
      json.put("outsideParty", true);
    }
    putRange(json, "ages", unit.ages());
    putRange(json, "quantity", unit.quantity());
    Companions companions = unit.companions();
    if (companions != null) {
      json.put("with", List.copyOf(new TreeSet<>(companions.units())));
      json.put("mostEach", companions.mostEach());
    }
    Map<String, Object> measures = new LinkedHashMap<>();
    unit.measures().forEach((name, range) -> measures.put(name, bounds(range)));
    json.put("measures", measures);
    return json;
  }

  private static FareUnit unit(JsonNode json) {
    SortedMap<String, Integer> takes = new TreeMap<>();
    json.path("takes")
        .properties()
        .forEach(take -> takes.put(take.getKey(), take.getValue().asInt()));
    SortedMap<String, Range> measures = new TreeMap<>();
    json.path("measures")
        .properties()
        .forEach(measure -> measures.put(measure.getKey(), range(measure.getValue())));
    Set<String> with = new HashSet<>();
    json.path("with").forEach(code -> with.add(code.asText()));
    return new FareUnit(
        json.path("code").asText(),
        takes,
        !json.has("outsideParty"),
        range(json, "ages"),
        range(json, "quantity"),
        with.isEmpty() ? null : new Companions(with, json.path("mostEach").asInt()),
        measures);
  }

  private static Allotment allotment(JsonNode json) {
    return new Allotment(
        json.path(0).asText(),
        json.path(1).asText(),
        json.path(2).asInt(),
        Instant.parse(json.path(3).asText()));
  }

  private static void put(Map<String, Object> json, String name, @Nullable Object value) {
    if (value != null) {
      json.put(name, value.toString());
    }
  }

  private static void putRange(Map<String, Object> json, String name, Range range) {
    if (!range.equals(Range.ANY)) {
      json.put(name, bounds(range));
    }
  }

  private static <T> void putList(
      Map<String, Object> json, String name, List<T> values, Function<T, Object> writer) {
    if (!values.isEmpty()) {
      json.put(name, values.stream().map(writer).toList());
    }
  }

  private static List<Integer> bounds(Range range) {
    return List.of(range.least(), range.most());
  }

  private static Range range(JsonNode json, String name) {
    return json.has(name) ? range(json.path(name)) : Range.ANY;
  }

  private static Range range(JsonNode bounds) {
    return new Range(bounds.path(0).asInt(), bounds.path(1).asInt());
  }

  private static <T> List<T> list(JsonNode json, Function<JsonNode, T> reader) {
    List<T> values = new ArrayList<>();
    json.forEach(value -> values.add(reader.apply(value)));
    return values;
  }
}
