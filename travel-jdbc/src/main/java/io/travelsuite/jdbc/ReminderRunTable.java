package io.travelsuite.jdbc;

import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.notify.reminder.ReminderRule;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The tables travel_reminder_rule and travel_reminder_run: who generates, and how far it is. */
final class ReminderRunTable {

  private ReminderRunTable() {}

  /** Makes the rows of rules that have none. */
  static void insertRules(Handle handle, List<ReminderRule> rules) {
    Set<String> there =
        new HashSet<>(
            Sql.query(
                handle,
                "SELECT name FROM travel_reminder_rule",
                List.of(),
                row -> row.getString("name")));
    List<List<@Nullable Object>> missing =
        rules.stream()
            .map(ReminderRule::name)
            .filter(name -> !there.contains(name))
            .sorted()
            .<List<@Nullable Object>>map(name -> List.of(name))
            .toList();
    MultiRow.insertAbsent(handle, "INSERT INTO travel_reminder_rule (name)", missing, "name");
  }

  /** Whether nobody else generates the reminders of a rule: then nobody does until the commit. */
  static boolean lock(Handle handle, ReminderRule rule) {
    return !Sql.query(
            handle,
            "SELECT name FROM travel_reminder_rule WHERE name = ? FOR UPDATE SKIP LOCKED",
            List.of(rule.name()),
            row -> row.getString("name"))
        .isEmpty();
  }

  /**
   * A place among runs by start, and within one among its bookings.
   *
   * @param start of the run
   * @param run its id, or a lower one
   * @param booking the last that was looked at, or a lower one
   */
  record Place(Instant start, UUID run, UUID booking) {

    private static final UUID LOWEST = new UUID(0, 0);

    static Place from(Instant start) {
      return new Place(start, LOWEST, LOWEST);
    }

    static Place at(Run run) {
      return new Place(run.startsAt(), run.id().value(), LOWEST);
    }

    /** Just after a run. */
    static Place after(Run run) {
      UUID id = run.id().value();
      long low = id.getLeastSignificantBits() + 1;
      UUID next = new UUID(id.getMostSignificantBits() + (low == 0 ? 1 : 0), low);
      return new Place(run.startsAt(), next, LOWEST);
    }

    Place past(UUID lastBooking) {
      return new Place(start, run, lastBooking);
    }
  }

  /** A run that is to be looked at. */
  record Run(OccurrenceId id, Instant startsAt) {}

  /**
   * Runs from a place on that start by a time and are to be looked at by a rule: never, not as they
   * start now, or due again. Reads the runs between, which are as many whatever has been before.
   */
  static List<Run> due(Handle handle, ReminderRule rule, Place from, Bounds bounds) {
    String start = UtcTime.text(from.start());
    return Sql.query(
        handle,
        """
        SELECT o.id, o.starts_at
        FROM travel_occurrence o FORCE INDEX (travel_occurrence_start)
        LEFT JOIN travel_reminder_run r ON r.occurrence_id = o.id AND r.rule = ?
        WHERE o.starts_at >= ? AND o.starts_at <= ? AND (o.starts_at > ? OR o.id >= ?)
          AND o.state <> 'CANCELLED'
          AND (r.rule IS NULL OR r.starts_at <> o.starts_at OR r.due_at <= ?)
        ORDER BY o.starts_at, o.id LIMIT ?
        """,
        List.of(
            rule.name(),
            start,
            UtcTime.text(bounds.latest()),
            start,
            from.run(),
            UtcTime.text(bounds.now()),
            bounds.most()),
        row ->
            new Run(
                new OccurrenceId(BinaryId.uuid(row.getBytes("id"))),
                UtcTime.instant(row, "starts_at")));
  }

  /** How late the start, at which time, and how many. */
  record Bounds(Instant latest, Instant now, int most) {}

  static void looked(Handle handle, ReminderRule rule, Run run, Instant again) {
    MultiRow.upsert(
        handle,
        "INSERT INTO travel_reminder_run (occurrence_id, rule, starts_at, due_at)",
        List.of(
            List.of(
                run.id().value(), rule.name(), UtcTime.text(run.startsAt()), UtcTime.text(again))),
        List.of("starts_at", "due_at"));
  }

  static int purge(Handle handle, Instant before, int most) {
    List<List<@Nullable Object>> keys =
        Sql.query(
            handle,
            """
            SELECT occurrence_id, rule
            FROM travel_reminder_run FORCE INDEX (travel_reminder_run_past)
            WHERE starts_at <= ? ORDER BY starts_at LIMIT ? FOR UPDATE SKIP LOCKED
            """,
            List.of(UtcTime.text(before), most),
            row -> List.of(BinaryId.uuid(row.getBytes("occurrence_id")), row.getString("rule")));
    MultiRow.delete(handle, "travel_reminder_run", List.of("occurrence_id", "rule"), keys);
    return keys.size();
  }
}
