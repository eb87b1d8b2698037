package io.travelsuite.jdbc;

import com.fasterxml.jackson.databind.JsonNode;
import io.travelsuite.inventory.OccurrenceRequest;
import io.travelsuite.inventory.Stop;
import io.travelsuite.seat.Seat;
import io.travelsuite.seat.SeatMap;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A layout as a document: {@code {"stops":[["A",0,0,"",3],["B",5100,5400,"Europe/Lisbon",1]],
 * "pools":[["seats",["1A","1B"]]]}}. Of a stop: code, arrival and departure in seconds, zone, and 1
 * for boarding plus 2 for alighting. Of a seat that lies otherwise than in one row: label, zone,
 * row, position, tags, x and y. Written in one order only, so that equal layouts are equal texts.
 */
final class LayoutJson {

  private static final int BOARDING = 1;
  private static final int ALIGHTING = 2;

  private LayoutJson() {}

  static String write(OccurrenceRequest request) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("stops", request.stops().stream().map(LayoutJson::stop).toList());
    json.put(
        "pools",
        request.pools().stream().map(pool -> List.of(pool.name(), seats(pool.seatMap()))).toList());
    return Json.write(json);
  }

  static Layout read(String text) {
    JsonNode json = Json.read(text);
    List<Stop> stops = new ArrayList<>();
    json.path("stops").forEach(stop -> stops.add(stop(stop)));
    Map<String, Set<String>> seats = new LinkedHashMap<>();
    Map<String, SeatMap> maps = new HashMap<>();
    Map<String, SeatGeometry> geometries = new HashMap<>();
    for (JsonNode pool : json.path("pools")) {
      String name = pool.path(0).asText();
      List<Seat> map = new ArrayList<>();
      pool.path(1).forEach(seat -> map.add(seat(seat, map.size())));
      seats.put(name, new LinkedHashSet<>(map.stream().map(Seat::label).toList()));
      if (!map.isEmpty()) {
        maps.put(name, new SeatMap(map));
        geometries.put(name, SeatGeometry.of(new SeatMap(map)));
      }
    }
    return new Layout(List.copyOf(stops), seats, maps, geometries);
  }

  private static List<?> seats(@Nullable SeatMap map) {
    if (map == null) {
      return List.of();
    }
    List<String> labels = map.labels();
    return map.equals(SeatMap.ofLabels(labels))
        ? labels
        : map.seats().stream().map(LayoutJson::seat).toList();
  }

  private static List<Object> seat(Seat seat) {
    return List.of(
        seat.label(),
        seat.zone(),
        seat.row(),
        seat.position(),
        List.copyOf(new TreeSet<>(seat.tags())),
        seat.x(),
        seat.y());
  }

  private static Seat seat(JsonNode seat, int position) {
    if (seat.isTextual()) {
      return Seat.of(seat.asText(), "", position);
    }
    Set<String> tags = new HashSet<>();
    seat.path(4).forEach(tag -> tags.add(tag.asText()));
    return new Seat(
        seat.path(0).asText(),
        seat.path(1).asText(),
        seat.path(2).asText(),
        seat.path(3).asInt(),
        tags,
        seat.path(5).asDouble(),
        seat.path(6).asDouble());
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
