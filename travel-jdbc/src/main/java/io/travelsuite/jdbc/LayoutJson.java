package io.travelsuite.jdbc;

import com.fasterxml.jackson.databind.JsonNode;
import io.travelsuite.inventory.OccurrenceRequest;
import io.travelsuite.inventory.Stop;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A layout as a document: {@code {"stops":[["A",0,0,"",3],["B",5100,5400,"Europe/Lisbon",1]],
 * "pools":[["seats",["1A","1B"]]]}}. Of a stop: code, arrival and departure in seconds, zone, and 1
 * for boarding plus 2 for alighting. Written in one order only, so that equal layouts are equal
 * texts.
 */
final class LayoutJson {

  private static final int BOARDING = 1;
  private static final int ALIGHTING = 2;

  private LayoutJson() {}

  static String write(OccurrenceRequest request) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("stops", request.stops().stream().map(LayoutJson::stop).toList());
    json.put(
        "pools", request.pools().stream().map(pool -> List.of(pool.name(), pool.seats())).toList());
    return Json.write(json);
  }

  static Layout read(String text) {
    JsonNode json = Json.read(text);
    List<Stop> stops = new ArrayList<>();
    json.path("stops").forEach(stop -> stops.add(stop(stop)));
    Map<String, Set<String>> seats = new LinkedHashMap<>();
    for (JsonNode pool : json.path("pools")) {
      Set<String> labels = new LinkedHashSet<>();
      pool.path(1).forEach(label -> labels.add(label.asText()));
      seats.put(pool.path(0).asText(), labels);
    }
    return new Layout(List.copyOf(stops), seats);
  }

  private static List<Object> stop(Stop stop) {
    return List.of(
        stop.code(),
        stop.arrival().toSeconds(),
        stop.departure().toSeconds(),
        stop.zone() == null ? "" : stop.zone().getId(),
        (stop.boarding() ? BOARDING : 0) + (stop.alighting() ? ALIGHTING : 0));
  }

  private static Stop stop(JsonNode stop) {
    String zone = stop.path(3).asText();
    int use = stop.path(4).asInt();
    return new Stop(
        stop.path(0).asText(),
        Duration.ofSeconds(stop.path(1).asLong()),
        Duration.ofSeconds(stop.path(2).asLong()),
        zone.isEmpty() ? null : ZoneId.of(zone),
        (use & BOARDING) != 0,
        (use & ALIGHTING) != 0);
  }
}
