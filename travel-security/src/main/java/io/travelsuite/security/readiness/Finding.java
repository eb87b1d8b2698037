package io.travelsuite.security.readiness;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a check found. Holds no secret.
 *
 * @param id the check's stable id, such as {@code db.tls}
 * @param kind how the check knows
 * @param severity what it means for a start
 * @param wrong what is wrong, for people
 * @param todo what to do next
 * @param details which ones, by name: routes, secrets, grants; may be empty, the first 5
 */
public record Finding(
    String id, Kind kind, Severity severity, String wrong, String todo, List<String> details) {

  private static final int MOST = 5;

  /** Keeps the first 5 details. */
  public Finding {
    int kept = Math.min(details.size(), MOST);
    String more = "and " + (details.size() - kept) + " more";
    details =
        details.size() <= MOST
            ? List.copyOf(details)
            : Stream.concat(details.subList(0, kept).stream(), Stream.of(more)).toList();
  }

  /** {@return what the id begins with: {@code db} of {@code db.tls}} */
  public String area() {
    return id.substring(0, id.indexOf('.'));
  }
}
