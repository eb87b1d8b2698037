package io.travelsuite.examples.supply;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.maven.artifact.versioning.ComparableVersion;

/**
 * A record of OSV (its schema 1.x: {@code affected}, {@code ranges}, {@code withdrawn}), judged by
 * the algorithm of its section "Evaluation", with versions in Maven's own order.
 */
record Advisory(JsonNode json) {

  private static final String ECOSYSTEM = "Maven";
  private static final List<String> EVENTS =
      List.of("introduced", "fixed", "last_affected", "limit");

  /** Something of a range: from a version on. */
  private record Event(String kind, String version) {

    boolean reaches(ComparableVersion judged) {
      int order = judged.compareTo(new ComparableVersion(version));
      return switch (kind) {
        case "introduced" -> version.equals("0") || order >= 0;
        case "last_affected" -> order > 0;
        default -> order >= 0;
      };
    }
  }

  String id() {
    return json.path("id").asText();
  }

  String summary() {
    return json.path("summary").asText();
  }

  boolean withdrawn() {
    return json.hasNonNull("withdrawn");
  }

  boolean affects(Component component) {
    return !withdrawn()
        && affected(component).anyMatch(affected -> isAffected(affected, component.version()));
  }

  /** The first version that is sound again, if it is told. */
  Optional<String> fixedIn(Component component) {
    ComparableVersion now = new ComparableVersion(component.version());
    return affected(component)
        .flatMap(affected -> stream(affected.path("ranges")))
        .flatMap(Advisory::events)
        .filter(event -> event.kind().equals("fixed"))
        .map(event -> new ComparableVersion(event.version()))
        .filter(fixed -> fixed.compareTo(now) > 0)
        .min(Comparator.naturalOrder())
        .map(ComparableVersion::toString);
  }

  private Stream<JsonNode> affected(Component component) {
    return stream(json.path("affected"))
        .filter(one -> one.path("package").path("ecosystem").asText().equals(ECOSYSTEM))
        .filter(one -> one.path("package").path("name").asText().equals(component.artifact()));
  }

  private static boolean isAffected(JsonNode affected, String version) {
    return stream(affected.path("versions")).anyMatch(one -> one.asText().equals(version))
        || stream(affected.path("ranges")).anyMatch(range -> isIn(range, version));
  }

  private static boolean isIn(JsonNode range, String version) {
    if (!range.path("type").asText().equals("ECOSYSTEM")) {
      return false; // of commits, or of versions in another order
    }
    ComparableVersion judged = new ComparableVersion(version);
    boolean vulnerable = false;
    for (Event event : events(range).sorted(Advisory::inOrder).toList()) {
      if (event.reaches(judged)) {
        vulnerable = event.kind().equals("introduced");
      }
    }
    return vulnerable;
  }

  /** What ends a range at a version stands before what begins one there; 0 is before all. */
  private static int inOrder(Event one, Event other) {
    if (one.version().equals("0") || other.version().equals("0")) {
      return Boolean.compare(other.version().equals("0"), one.version().equals("0"));
    }
    int order =
        new ComparableVersion(one.version()).compareTo(new ComparableVersion(other.version()));
    return order != 0
        ? order
        : Boolean.compare(one.kind().equals("introduced"), other.kind().equals("introduced"));
  }

  private static Stream<Event> events(JsonNode range) {
    return stream(range.path("events"))
        .flatMap(
            json ->
                EVENTS.stream()
                    .filter(json::has)
                    .map(kind -> new Event(kind, json.path(kind).asText())));
  }

  private static Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
