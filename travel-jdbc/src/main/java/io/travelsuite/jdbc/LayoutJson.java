package io.travelsuite.jdbc;

import com.fasterxml.jackson.databind.JsonNode;
import io.travelsuite.inventory.OccurrenceRequest;
import io.travelsuite.inventory.Stop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The layout column: {@code {"stops":[["A",0],["B",5400]],"pools":[["seats",["1A","1B"]]]}},
 * offsets in seconds. Written in one order only, so that equal layouts are equal texts.
 */
final class LayoutJson {

  private LayoutJson() {}

  static String write(OccurrenceRequest request) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put(
        "stops",
        request.stops().stream()
            .map(stop -> List.of(stop.code(), stop.offset().toSeconds()))
            .toList());
    json.put(
        "pools", request.pools().stream().map(pool -> List.of(pool.name(), pool.seats())).toList());
    return Json.write(json);
  }

  static List<Stop> stops(JsonNode layout) {
    List<Stop> stops = new ArrayList<>();
    for (JsonNode stop : layout.path("stops")) {
      stops.add(new Stop(stop.path(0).asText(), Duration.ofSeconds(stop.path(1).asLong())));
    }
    return stops;
  }

  static Map<String, Set<String>> seatsByPool(JsonNode layout) {
    Map<String, Set<String>> seats = new LinkedHashMap<>();
    for (JsonNode pool : layout.path("pools")) {
      Set<String> labels = new LinkedHashSet<>();
      pool.path(1).forEach(label -> labels.add(label.asText()));
      seats.put(pool.path(0).asText(), labels);
    }
    return seats;
  }
}
