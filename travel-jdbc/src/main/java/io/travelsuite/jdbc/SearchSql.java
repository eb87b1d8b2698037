package io.travelsuite.jdbc;

import java.util.Collections;

/**
 * The statements of searches: each finds occurrences, a page of them at most, and reads their
 * counters by the key, and when the first of their holds expires. Occurrences and counters are rows
 * of their own, since an occurrence repeated beside each of its counters would be most of what is
 * sent. Indexes are forced, since on small tables and with old statistics a scan looks cheap.
 */
final class SearchSql {

  /** Columns of both kinds of rows, by their number; a row with a pool is a counter. */
  static final int ID = 1;

  static final int FROM_LEG = 2;
  static final int POOL = 3;
  static final int LEG = 4;
  static final int SELLABLE = 5;
  static final int TAKEN = 6;

  private static final String PAGE =
      """
      WITH d AS (%s)
      SELECT id, from_leg, NULL AS pool, NULL AS leg, NULL AS sellable, NULL AS taken, departs,
        first_expiry, operator_id, product_id, label, local_start, zone, starts_at, layout, terms,
        state, revision
      FROM d
      UNION ALL
      SELECT d.id, d.from_leg, c.pool, c.leg, c.sellable, c.taken, NULL, NULL, NULL, NULL, NULL,
        NULL, NULL, NULL, NULL, NULL, NULL, NULL
      FROM d STRAIGHT_JOIN travel_counter c FORCE INDEX (PRIMARY) ON c.occurrence_id = d.id %s
      """;

  /**
   * The first in the order of the index: of many live holds, one is read. MySQL sorts them all when
   * the order does not name the whole of it.
   */
  private static final String FIRST_EXPIRY =
      """
      (SELECT h.expires_at FROM travel_hold h FORCE INDEX (PRIMARY)
       WHERE h.occurrence_id = o.id
       ORDER BY h.occurrence_id, h.expires_at LIMIT 1) AS first_expiry\
      """;

  private static final String WINDOW =
      "(o.layout = ? AND o.zone = ? AND o.starts_at >= ? AND o.starts_at < ?)";

  private static final String AFTER =
      """
       AND (o.starts_at + INTERVAL f.departure SECOND > ?
          OR (o.starts_at + INTERVAL f.departure SECOND = ?
            AND (o.id > ? OR (o.id = ? AND f.position > ?))))\
      """;

  private SearchSql() {}

  /** Values: product, first start, end of starts, [start, label], limit. */
  static String calendar(boolean after) {
    String occurrences =
        """
        SELECT o.*, -1 AS from_leg, o.starts_at AS departs, %s
        FROM travel_occurrence o FORCE INDEX (travel_occurrence_run)
        WHERE o.product_id = ? AND o.local_start >= ? AND o.local_start < ? %s
        ORDER BY o.local_start, o.label LIMIT ?
        """
            .formatted(FIRST_EXPIRY, after ? "AND (o.local_start > ? OR o.label > ?)" : "");
    return PAGE.formatted(occurrences, "");
  }

  /**
   * Values: to, from, operator, windows of layout, zone, first start and end of starts, [products],
   * [departure, departure, id, leg], limit, limit.
   *
   * <p>The innermost query needs no more than the index has, so that what is sorted and cut off is
   * never read whole.
   */
  static String between(int windows, int products, boolean after) {
    String departures =
        """
        SELECT o.id, f.position AS from_leg, o.starts_at + INTERVAL f.departure SECOND AS departs
        FROM travel_occurrence o FORCE INDEX (travel_occurrence_layout)
          STRAIGHT_JOIN travel_layout_stop f FORCE INDEX (PRIMARY)
            ON f.operator_id = o.operator_id AND f.stop = ? AND f.layout = o.layout
              AND f.zone = o.zone AND f.boarding = 1
        WHERE o.operator_id = ? AND (%s)%s%s
        ORDER BY departs, o.id, f.position LIMIT ?
        """
            .formatted(
                String.join(" OR ", Collections.nCopies(windows, WINDOW)),
                products == 0 ? "" : " AND o.product_id IN (" + Placeholders.list(products) + ")",
                after ? AFTER : "");
    String occurrences =
        """
        SELECT o.*, k.from_leg, k.departs,
          (SELECT MIN(t.position) FROM travel_layout_stop t FORCE INDEX (PRIMARY)
           WHERE t.operator_id = o.operator_id AND t.stop = ? AND t.layout = o.layout
             AND t.zone = o.zone AND t.position > k.from_leg AND t.alighting = 1) AS to_leg, %s
        FROM (%s) k STRAIGHT_JOIN travel_occurrence o FORCE INDEX (PRIMARY) ON o.id = k.id LIMIT ?
        """
            .formatted(FIRST_EXPIRY, departures);
    return PAGE.formatted(occurrences, "AND c.leg >= d.from_leg AND c.leg < d.to_leg");
  }
}
