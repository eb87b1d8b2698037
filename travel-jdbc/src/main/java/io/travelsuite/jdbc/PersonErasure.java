package io.travelsuite.jdbc;

import io.travelsuite.jdbc.Transactions.Freshness;
import io.travelsuite.security.data.DataSubject;
import io.travelsuite.security.erasure.PersonalRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * What the library's tables hold of a booking's person beside keys: the booking's customer, indexes
 * and fingerprint, texts of its payments, and the bodies of webhooks about them. What was sold and
 * paid stays.
 */
final class PersonErasure implements PersonalRows {

  private static final byte[] NO_FINGERPRINT = new byte[32];

  private final OwnTransactions transactions;

  PersonErasure(OwnTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public int anonymise(DataSubject subject) {
    return transactions.write(
        Freshness.CLUSTER,
        unit -> {
          int changed = booking(unit.handle(), subject);
          List<UUID> payments = payments(unit.handle(), subject);
          if (!payments.isEmpty()) {
            changed += payments(unit.handle(), payments);
            changed += webhooks(unit.handle(), payments);
          }
          return changed;
        });
  }

  /** A repeated request is then told that its key was used for another one. */
  private static int booking(Handle handle, DataSubject subject) {
    return Sql.update(
        handle,
        """
        UPDATE travel_booking
        SET customer = NULL, customer_name = NULL, customer_email = NULL, customer_phone = NULL,
          customer_locale = NULL, email_index = NULL, phone_index = NULL, fingerprint = ?
        WHERE id = ? AND operator_id = ? AND fingerprint <> ?
        """,
        List.of(NO_FINGERPRINT, subject.id(), subject.operator().value(), NO_FINGERPRINT));
  }

  private static List<UUID> payments(Handle handle, DataSubject subject) {
    return Sql.query(
        handle,
        """
        SELECT id FROM travel_payment FORCE INDEX (travel_payment_booking)
        WHERE booking_id = ? AND operator_id = ? ORDER BY id
        """,
        List.of(subject.id(), subject.operator().value()),
        row -> BinaryId.uuid(row.getBytes("id")));
  }

  private static int payments(Handle handle, List<UUID> ids) {
    int changed = 0;
    for (UUID id : ids) {
      changed +=
          Sql.update(
              handle,
              """
              UPDATE travel_payment SET description = 'erased', customer = NULL
              WHERE id = ? AND (description <> 'erased' OR customer IS NOT NULL)
              """,
              List.of(id));
      changed +=
          Sql.update(
              handle,
              """
              UPDATE travel_payment_operation SET detail = NULL
              WHERE payment_id = ? AND detail IS NOT NULL
              """,
              List.of(id));
    }
    return changed;
  }

  /** Of events that are dealt with; those that wait are emptied when this is done again. */
  private static int webhooks(Handle handle, List<UUID> payments) {
    int changed = 0;
    for (UUID event : events(handle, names(handle, payments))) {
      changed +=
          Sql.update(
              handle,
              """
              UPDATE travel_webhook_event SET body = ''
              WHERE id = ? AND state IN ('DONE', 'DEAD') AND body <> ''
              """,
              List.of(event));
    }
    return changed;
  }

  /** What providers call the payments, and what happened to them. */
  private static Set<String> names(Handle handle, List<UUID> payments) {
    Set<String> names = new TreeSet<>();
    for (UUID payment : payments) {
      names.addAll(
          Sql.query(
              handle,
              """
              SELECT provider_payment AS name FROM travel_payment
              WHERE id = ? AND provider_payment IS NOT NULL
              UNION SELECT provider_payment FROM travel_payment_fact WHERE payment_id = ?
              UNION SELECT provider_object FROM travel_payment_fact WHERE payment_id = ?
              """,
              List.of(payment, payment, payment),
              row -> row.getString("name")));
    }
    return names;
  }

  /** One by one: as texts, which the index has. */
  private static List<UUID> events(Handle handle, Set<String> names) {
    List<UUID> events = new ArrayList<>();
    for (String name : names) {
      events.addAll(
          Sql.query(
              handle,
              """
              SELECT id FROM travel_webhook_event FORCE INDEX (travel_webhook_event_object)
              WHERE object_id = ?
              """,
              List.of(name),
              row -> BinaryId.uuid(row.getBytes("id"))));
    }
    return events;
  }
}
