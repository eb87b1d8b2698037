package io.travelsuite.jdbc.crash;

import io.travelsuite.jdbc.Fixture;
import io.travelsuite.jdbc.JdbcTravel;
import io.travelsuite.jdbc.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What holds whatever was cut or killed, and at any moment. */
public final class Invariants {

  /** Every transition wrote one event: a booking of version n has the events 1 to n. */
  private static final String BOOKINGS_WITHOUT_THEIR_EVENTS =
      """
      SELECT CONCAT('booking ', LOWER(HEX(b.id)), ' of version ', b.version, ' has ',
        COALESCE(e.events, 0), ' events of ', COALESCE(e.versions, 0), ' versions')
      FROM travel_booking b LEFT JOIN (
        SELECT aggregate_id, COUNT(*) AS events, COUNT(DISTINCT version) AS versions,
          MAX(version) AS latest
        FROM travel_event WHERE type LIKE 'booking.%' GROUP BY aggregate_id) e
      ON e.aggregate_id = b.id
      WHERE NOT (b.version <=> e.events AND b.version <=> e.versions AND b.version <=> e.latest)
      """;

  private static final String EVENTS_WITHOUT_BOOKING =
      """
      SELECT CONCAT('event of no booking: ', LOWER(HEX(e.id))) FROM travel_event e
      LEFT JOIN travel_booking b ON b.id = e.aggregate_id
      WHERE e.type LIKE 'booking.%' AND b.id IS NULL
      """;

  private static final String EVENTS_WITHOUT_AUDIT =
      """
      SELECT CONCAT('event without its audit record: ', LOWER(HEX(e.id))) FROM travel_event e
      LEFT JOIN travel_audit a ON a.subject_id = e.aggregate_id AND a.id = e.id
      WHERE a.id IS NULL
      """;

  private static final String AUDITS_WITHOUT_EVENT =
      """
      SELECT CONCAT('audit record without its event: ', LOWER(HEX(a.id))) FROM travel_audit a
      LEFT JOIN travel_event e ON e.id = a.id
      WHERE e.id IS NULL AND (a.action LIKE 'booking.%' OR a.action LIKE 'occurrence.%'
        OR a.action LIKE 'schedule.%' OR a.action LIKE 'reminder.%')
      """;

  private static final String OVERSOLD =
      """
      SELECT CONCAT('oversold: ', taken, ' of ', sellable) FROM travel_counter
      WHERE taken > sellable + overhang
      """;

  private Invariants() {}

  /** What is wrong; empty when nothing is. */
  public static List<String> violations(Fixture fixture) {
    try (Connection connection = fixture.connect()) {
      return violations(fixture.travel(), connection);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The same through another instance of the library, such as one on another node. */
  public static List<String> violations(JdbcTravel travel, Connection connection)
      throws SQLException {
    List<String> found = new ArrayList<>();
    travel.integrity().verify().forEach(drift -> found.add(drift.toString()));
    for (String query :
        List.of(
            BOOKINGS_WITHOUT_THEIR_EVENTS,
            EVENTS_WITHOUT_BOOKING,
            EVENTS_WITHOUT_AUDIT,
            AUDITS_WITHOUT_EVENT,
            OVERSOLD)) {
      found.addAll(Rows.texts(connection, query));
    }
    return found;
  }
}
