package io.travelsuite.jdbc;

import io.travelsuite.notify.outbox.Backlog;
import io.travelsuite.notify.outbox.Subscription;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Counts what waits, up to a bound. */
final class OutboxBacklog {

  private OutboxBacklog() {}

  /** What was counted. */
  private record Counted(int waiting, int failing, @Nullable Instant oldest) {

    static Counted read(ResultSet row) throws SQLException {
      return new Counted(
          row.getInt("waiting"), row.getInt("failing"), UtcTime.instantOrNull(row, "oldest"));
    }

    Backlog named(String name, int dead, Instant now) {
      Duration age =
          oldest == null || oldest.isAfter(now) ? Duration.ZERO : Duration.between(oldest, now);
      return new Backlog(name, waiting, failing, dead, age);
    }
  }

  static List<Backlog> read(Handle handle, Instant now) {
    List<Backlog> backlog = new ArrayList<>();
    backlog.add(uncollected(handle).named(Backlog.UNCOLLECTED, 0, now));
    for (Subscription subscription : OutboxSubscriptionTable.all(handle)) {
      String name = subscription.name();
      backlog.add(waiting(handle, name).named(name, dead(handle, name), now));
    }
    return backlog;
  }

  private static Counted uncollected(Handle handle) {
    return Sql.query(
            handle,
            """
            SELECT COUNT(*) AS waiting, 0 AS failing, MIN(occurred_at) AS oldest
            FROM (SELECT occurred_at FROM travel_event FORCE INDEX (PRIMARY) ORDER BY id LIMIT ?) e
            """,
            List.of(Backlog.MOST_COUNTED),
            Counted::read)
        .get(0);
  }

  private static Counted waiting(Handle handle, String subscription) {
    return Sql.query(
            handle,
            """
            SELECT COUNT(*) AS waiting, COALESCE(SUM(d.note <> ''), 0) AS failing,
              MIN(d.collected_at) AS oldest
            FROM (SELECT note, collected_at
              FROM travel_outbox_delivery FORCE INDEX (travel_outbox_delivery_due)
              WHERE subscription = ? ORDER BY due_at LIMIT ?) d
            """,
            List.of(subscription, Backlog.MOST_COUNTED),
            Counted::read)
        .get(0);
  }

  private static int dead(Handle handle, String subscription) {
    return Sql.query(
            handle,
            """
            SELECT COUNT(*) AS dead
            FROM (SELECT event_id FROM travel_outbox_dead WHERE subscription = ? LIMIT ?) d
            """,
            List.of(subscription, Backlog.MOST_COUNTED),
            row -> row.getInt("dead"))
        .get(0);
  }
}
