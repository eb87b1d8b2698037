package io.travelsuite.benchmarks.search;

/**
 * Statements that fill the tables from the first day's departures, a day each; the parameter {@code
 * %d} is the day. A copy's id is that of its original with a later time in it, so that the days
 * follow each other in the tables, as they do when a schedule opens one after the other.
 *
 * <p>Each departure has five bookings of two, over all or a part of its seven legs: what they take
 * is in the counters. Of one departure in seven all that is sellable is taken. One in ten has a
 * hold that expired and was not swept, another a live one.
 */
final class Copies {

  private static final int BOOKINGS = 5;

  /** Later by so many days; of a UUID of version 7 the first six bytes are milliseconds. */
  private static final String LATER =
      """
      UNHEX(LPAD(HEX(CAST(CONV(HEX(SUBSTRING(%1$s, 1, 6)), 16, 10) AS UNSIGNED)
        + 86400000 * :day), 12, '0'))\
      """;

  private static final String COPY = "CONCAT(" + LATER + ", SUBSTRING(%1$s, 7))";

  /** The bookings of a departure: their number, and the legs that they take. */
  private static final String SOLD =
      """
      (SELECT 0 AS k, 0 AS from_leg, 7 AS to_leg UNION ALL SELECT 1, 0, 3
       UNION ALL SELECT 2, 3, 7 UNION ALL SELECT 3, 2, 5 UNION ALL SELECT 4, 0, 7) k\
      """;

  private static final String BOOKING =
      "CONCAT(" + LATER + ", UNHEX(LPAD(HEX(k.k), 2, '0')), SUBSTRING(%1$s, 8))";

  private static final String EXPIRED =
      "k.k = 1 AND MOD(:day + ASCII(SUBSTRING(o.id, 16)), 10) = 0";
  private static final String LIVE = "k.k = 2 AND MOD(:day + ASCII(SUBSTRING(o.id, 16)), 10) = 1";

  private Copies() {}

  static String occurrences(int day) {
    return of(
        day,
        """
        INSERT INTO travel_occurrence
          (id, operator_id, product_id, label, local_start, zone, starts_at, layout, terms, state,
           revision)
        SELECT %s AS new_id, operator_id, product_id, label, local_start + INTERVAL :day DAY, zone,
          starts_at + INTERVAL :day DAY, layout, terms, state, revision
        FROM travel_occurrence o WHERE id <= ? ORDER BY new_id
        """
            .formatted(COPY.formatted("o.id")));
  }

  /** As the library keeps it when it opens the later days. */
  static String layoutsInUse() {
    return """
    UPDATE travel_layout_stop SET in_use_until = in_use_until + INTERVAL 400 DAY
    WHERE operator_id <= (SELECT MAX(operator_id) FROM travel_occurrence WHERE id <= ?)
    """;
  }

  static String counters(int day) {
    return of(
        day,
        """
        INSERT INTO travel_counter
          (occurrence_id, pool, leg, physical, sellable, overhang, taken, revision)
        SELECT %s AS new_id, pool, leg, physical,
          IF(pool = 'seats' AND MOD(:day + ASCII(SUBSTRING(occurrence_id, 16)), 7) = 0, 8, sellable),
          0, IF(pool = 'seats', 6 + 2 * (leg BETWEEN 2 AND 4), 0), revision
        FROM travel_counter c WHERE occurrence_id <= ? ORDER BY new_id, pool, leg
        """
            .formatted(COPY.formatted("occurrence_id")));
  }

  static String bookings(int day, int products) {
    return of(
        day,
        """
        INSERT INTO travel_booking
          (id, operator_id, reference, fingerprint, state, version, line_rows, created_at,
           expires_at, extendable_until)
        SELECT %1$s AS new_id, operator_id,
          LPAD(CONV((%2$d * :day + o.number) * %3$d + k.k, 10, 32), 10, '0'), layout,
          IF(%4$s OR %5$s, 'HELD', 'CONFIRMED'), 1, 1, '2026-01-01',
          CASE WHEN %4$s THEN '2026-01-02' WHEN %5$s THEN '2037-01-01' END, '2026-01-02'
        FROM (SELECT id, operator_id, layout, ROW_NUMBER() OVER (ORDER BY id) AS number
              FROM travel_occurrence WHERE id <= ?) o CROSS JOIN %6$s
        ORDER BY new_id
        """
            .formatted(BOOKING.formatted("o.id"), products + 1, BOOKINGS, EXPIRED, LIVE, SOLD));
  }

  static String lines(int day) {
    return of(
        day,
        """
        INSERT INTO travel_line
          (booking_id, row_no, line_no, occurrence_id, from_leg, to_leg, fare_unit, pool, per_unit,
           unit_states)
        SELECT %s AS new_id, 0, 0, %s, k.from_leg, k.to_leg, 'adult', 'seats', 1, 'AA'
        FROM travel_occurrence o CROSS JOIN %s WHERE o.id <= ? ORDER BY new_id
        """
            .formatted(BOOKING.formatted("o.id"), COPY.formatted("o.id"), SOLD));
  }

  static String holds(int day) {
    return of(
        day,
        """
        INSERT INTO travel_hold (occurrence_id, expires_at, booking_id)
        SELECT %1$s, IF(k.k = 1, '2026-01-02', '2037-01-01'), %2$s
        FROM travel_occurrence o CROSS JOIN %3$s WHERE o.id <= ? AND (%4$s OR %5$s)
        """
            .formatted(COPY.formatted("o.id"), BOOKING.formatted("o.id"), SOLD, EXPIRED, LIVE));
  }

  /** Adults and children between any two stops of each product, and adults in classes. */
  static String prices() {
    return """
    INSERT INTO travel_price
      (product_id, from_stop, to_stop, fare_unit, option_label, fare_class, channel, first_date,
       last_date, currency, amount, charges)
    SELECT o.product_id, f.stop, t.stop, u.unit, '', u.class, '', '1000-01-01', '9999-12-31', 'EUR',
      u.cents * (t.position - f.position), '[["VAT","TAX",100,true]]'
    FROM travel_occurrence o
      JOIN travel_layout_stop f ON f.operator_id = o.operator_id AND f.layout = o.layout
      JOIN travel_layout_stop t
        ON t.operator_id = o.operator_id AND t.layout = o.layout AND t.position > f.position
      CROSS JOIN (SELECT 'adult' AS unit, '' AS class, 900 AS cents UNION ALL
        SELECT 'child', '', 500 UNION ALL SELECT 'adult', 'Y', 1500 UNION ALL
        SELECT 'adult', 'Q', 700) u
    WHERE o.id <= ?
    """;
  }

  private static String of(int day, String sql) {
    return sql.replace(":day", String.valueOf(day));
  }
}
