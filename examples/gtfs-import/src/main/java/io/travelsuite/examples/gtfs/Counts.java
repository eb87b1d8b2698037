package io.travelsuite.examples.gtfs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How much a timetable has.
 *
 * @param dated dated departures, a trip that is repeated counted once a day
 * @param datedLegs the legs of these
 * @param departures all departures
 * @param legs the legs of these
 */
record Counts(long dated, long datedLegs, long departures, long legs) {

  /** What the feed says. */
  static Counts of(Collection<Departure> departures) {
    Map<List<Object>, Integer> dated = new HashMap<>();
    long legs = 0;
    for (Departure departure : departures) {
      int itsLegs = departure.pattern().legs();
      dated.put(List.of(departure.tripId(), departure.serviceDate()), itsLegs);
      legs += itsLegs;
    }
    long datedLegs = dated.values().stream().mapToLong(Integer::longValue).sum();
    return new Counts(dated.size(), datedLegs, departures.size(), legs);
  }

  /** What a row of these four says. */
  static Counts of(ResultSet row) throws SQLException {
    return new Counts(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4));
  }
}
