package io.travelsuite.jdbc;

import io.travelsuite.inventory.OperatorId;
import io.travelsuite.notify.webhook.EndpointId;
import io.travelsuite.notify.webhook.PartnerEndpoint;
import io.travelsuite.notify.webhook.PartnerUrl;
import io.travelsuite.notify.webhook.SigningKeys;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The table travel_partner_endpoint. */
final class PartnerEndpointTable {

  private static final String COLUMNS =
      """
      SELECT id, operator_id, url, types, state, note, key_number, previous_until, failing_since,
        claim
      FROM travel_partner_endpoint e
      """;

  private PartnerEndpointTable() {}

  /**
   * A row.
   *
   * @param failingSince since when it took nothing, or null
   * @param claim how often it was claimed, ever: the fence of who works for it
   */
  record Row(PartnerEndpoint endpoint, @Nullable Instant failingSince, int claim) {}

  static void insert(Handle handle, PartnerEndpoint endpoint, Instant now) {
    Sql.update(
        handle,
        """
        INSERT INTO travel_partner_endpoint
          (id, operator_id, url, types, state, note, key_number, previous_until, failing_since,
           due_at, claim)
        VALUES (?, ?, ?, ?, 'ENABLED', '', ?, NULL, NULL, ?, 0)
        """,
        List.of(
            endpoint.id().value(),
            endpoint.operator().value(),
            url(endpoint.url()),
            types(endpoint.types()),
            endpoint.keys().current(),
            UtcTime.text(now)));
  }

  static @Nullable Row find(Handle handle, EndpointId id, String lock) {
    return Sql.query(
            handle, COLUMNS + "WHERE id = ?" + lock, List.of(id.value()), PartnerEndpointTable::row)
        .stream()
        .findFirst()
        .orElse(null);
  }

  static List<PartnerEndpoint> of(Handle handle, OperatorId operator) {
    return Sql.query(
        handle,
        COLUMNS + "WHERE operator_id = ? ORDER BY id",
        List.of(operator.value()),
        row -> row(row).endpoint());
  }

  static void update(Handle handle, EndpointId id, PartnerUrl url, Set<String> types) {
    Sql.update(
        handle,
        "UPDATE travel_partner_endpoint SET url = ?, types = ? WHERE id = ?",
        List.of(url(url), types(types), id.value()));
  }

  static void rotate(Handle handle, EndpointId id, SigningKeys keys) {
    Sql.update(
        handle,
        "UPDATE travel_partner_endpoint SET key_number = ?, previous_until = ? WHERE id = ?",
        Arrays.asList(keys.current(), UtcTime.textOrNull(keys.previousUntil()), id.value()));
  }

  /** Whether it was enabled. */
  static boolean disable(Handle handle, EndpointId id, String why) {
    return Sql.update(
            handle,
            """
            UPDATE travel_partner_endpoint SET state = 'DISABLED', note = ?
            WHERE id = ? AND state = 'ENABLED'
            """,
            List.of(why, id.value()))
        > 0;
  }

  /** Whether it was disabled. */
  static boolean enable(Handle handle, EndpointId id, Instant now) {
    return Sql.update(
            handle,
            """
            UPDATE travel_partner_endpoint
            SET state = 'ENABLED', note = '', failing_since = NULL, due_at = ?
            WHERE id = ? AND state = 'DISABLED'
            """,
            List.of(UtcTime.text(now), id.value()))
        > 0;
  }

  static boolean delete(Handle handle, EndpointId id) {
    return Sql.update(
            handle, "DELETE FROM travel_partner_endpoint WHERE id = ?", List.of(id.value()))
        > 0;
  }

  /**
   * One that has something due and that nobody works for, the longest not worked for first: locked.
   * Passes over as many as there are, which does not grow with history.
   */
  static @Nullable Row lockDue(Handle handle, Instant now) {
    String at = UtcTime.text(now);
    return Sql.query(
            handle,
            COLUMNS
                + """
                FORCE INDEX (travel_partner_endpoint_due)
                WHERE state = 'ENABLED' AND due_at <= ? AND EXISTS (
                  SELECT 1 FROM travel_partner_delivery d FORCE INDEX (travel_partner_delivery_due)
                  WHERE d.endpoint_id = e.id AND d.state = 'WAITING' AND d.due_at <= ?)
                ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED
                """,
            List.of(at, at),
            PartnerEndpointTable::row)
        .stream()
        .findFirst()
        .orElse(null);
  }

  static void claim(Handle handle, EndpointId id, Instant until) {
    Sql.update(
        handle,
        "UPDATE travel_partner_endpoint SET claim = claim + 1, due_at = ? WHERE id = ?",
        List.of(UtcTime.text(until), id.value()));
  }

  /** Gives back a claim that still stands. */
  static void release(Handle handle, Row claimed, @Nullable Instant failingSince, Instant dueAt) {
    Sql.update(
        handle,
        """
        UPDATE travel_partner_endpoint SET failing_since = ?, due_at = ?
        WHERE id = ? AND claim = ?
        """,
        Arrays.asList(
            UtcTime.textOrNull(failingSince),
            UtcTime.text(dueAt),
            claimed.endpoint().id().value(),
            claimed.claim()));
  }

  private static String url(PartnerUrl url) {
    return (url.secure() ? "https://" : "http://") + url.host() + ":" + url.port() + url.target();
  }

  private static String types(Set<String> types) {
    return String.join(" ", new TreeSet<>(types));
  }

  private static Row row(ResultSet row) throws SQLException {
    PartnerEndpoint endpoint =
        new PartnerEndpoint(
            new EndpointId(BinaryId.uuid(row.getBytes("id"))),
            new OperatorId(BinaryId.uuid(row.getBytes("operator_id"))),
            PartnerUrl.of(row.getString("url")),
            Set.of(row.getString("types").split(" ")),
            new SigningKeys(row.getInt("key_number"), UtcTime.instantOrNull(row, "previous_until")),
            row.getString("state").equals("ENABLED") ? null : row.getString("note"));
    return new Row(endpoint, UtcTime.instantOrNull(row, "failing_since"), row.getInt("claim"));
  }
}
