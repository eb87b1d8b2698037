package io.travelsuite.jdbc;

import io.travelsuite.notify.outbox.Answer;
import io.travelsuite.notify.outbox.Subscription;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The table travel_outbox_subscription: who wants which events, of all processes. */
final class OutboxSubscriptionTable {

  private OutboxSubscriptionTable() {}

  /** Registers subscriptions, or the types they want by now. */
  static void write(Handle handle, List<Subscription> subscriptions, Instant now) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (Subscription subscription : subscriptions) {
      String types = String.join(" ", new TreeSet<>(subscription.types()));
      rows.add(List.of(subscription.name(), types, UtcTime.text(now)));
    }
    MultiRow.upsert(
        handle,
        "INSERT INTO travel_outbox_subscription (name, types, registered_at)",
        rows,
        List.of("types"));
  }

  /**
   * All that are registered, in the order of names, without what they do. Locked against being
   * forgotten, so that nothing is noted for one that is.
   */
  static List<Subscription> lockShared(Handle handle) {
    return read(handle, " LOCK IN SHARE MODE");
  }

  static List<Subscription> all(Handle handle) {
    return read(handle, "");
  }

  private static List<Subscription> read(Handle handle, String lock) {
    return Sql.query(
        handle,
        "SELECT name, types FROM travel_outbox_subscription ORDER BY name" + lock,
        List.of(),
        row ->
            Subscription.plain(
                row.getString("name"),
                Set.of(row.getString("types").split(" ")),
                event -> Answer.done()));
  }

  static void delete(Handle handle, String name) {
    Sql.update(handle, "DELETE FROM travel_outbox_subscription WHERE name = ?", List.of(name));
  }
}
