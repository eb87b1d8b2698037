package io.travelsuite.jdbc;

import io.travelsuite.inventory.OperatorId;
import io.travelsuite.security.role.Permission;
import io.travelsuite.security.role.SubjectId;
import io.travelsuite.security.token.ApiToken;
import io.travelsuite.security.token.TokenGrant;
import io.travelsuite.security.token.TokenId;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The table travel_api_token. */
final class ApiTokenTable {

  private static final Pattern BETWEEN_SCOPES = Pattern.compile(" ");

  private ApiTokenTable() {}

  static void insert(Handle handle, ApiToken token, String hash) {
    TokenGrant grant = token.grant();
    OperatorId operator = grant.operator();
    String scopes =
        grant.scopes().stream().map(Permission::name).sorted().collect(Collectors.joining(" "));
    Sql.update(
        handle,
        """
        INSERT INTO travel_api_token
          (id, token_hash, subject, operator_id, scopes, name, created_at, expires_at, ended_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        Arrays.asList(
            token.id().value(),
            HexFormat.of().parseHex(hash),
            bytes(grant.subject()),
            operator == null ? null : BinaryId.bytes(operator.value()),
            scopes.getBytes(StandardCharsets.US_ASCII),
            grant.name(),
            UtcTime.text(token.createdAt()),
            UtcTime.text(token.expiresAt()),
            UtcTime.text(token.expiresAt())));
  }

  static Optional<ApiToken> find(Handle handle, String hash) {
    return select(handle, "token_hash = ?", List.of(HexFormat.of().parseHex(hash))).stream()
        .findFirst();
  }

  static Optional<ApiToken> find(Handle handle, TokenId id) {
    return select(handle, "id = ?", List.of(id.value())).stream().findFirst();
  }

  static Optional<ApiToken> lock(Handle handle, TokenId id) {
    return select(handle, "id = ? FOR UPDATE", List.of(id.value())).stream().findFirst();
  }

  static List<ApiToken> list(Handle handle, SubjectId subject) {
    return select(
        handle, "subject = ? ORDER BY created_at DESC LIMIT 1000", List.of(bytes(subject)));
  }

  /** Good ones issued until a time, the oldest first. */
  static List<ApiToken> issuedUntil(Handle handle, Instant time, Instant now, int most) {
    return select(
        handle,
        "created_at <= ? AND ended_at > ? ORDER BY created_at LIMIT ?",
        List.of(UtcTime.text(time), UtcTime.text(now), most));
  }

  /** Only forward: of those who saw it at the same time the last to write may not be the last. */
  static void used(Handle handle, TokenId id, Instant now) {
    Sql.update(
        handle,
        """
        UPDATE travel_api_token SET last_used_at = ?
        WHERE id = ? AND (last_used_at IS NULL OR last_used_at < ?)
        """,
        List.of(UtcTime.text(now), id.value(), UtcTime.text(now)));
  }

  static void end(Handle handle, TokenId id, Instant end) {
    Sql.update(
        handle,
        "UPDATE travel_api_token SET expires_at = ?, ended_at = ? WHERE id = ?",
        List.of(UtcTime.text(end), UtcTime.text(end), id.value()));
  }

  static void revoke(Handle handle, TokenId id, Instant now) {
    Sql.update(
        handle,
        """
        UPDATE travel_api_token SET revoked_at = ?, ended_at = LEAST(ended_at, ?)
        WHERE id = ? AND revoked_at IS NULL
        """,
        List.of(UtcTime.text(now), UtcTime.text(now), id.value()));
  }

  /** Ids of a subject's tokens that were not revoked. */
  static List<TokenId> standing(Handle handle, SubjectId subject) {
    return Sql.query(
        handle,
        "SELECT id FROM travel_api_token WHERE subject = ? AND revoked_at IS NULL",
        List.of(bytes(subject)),
        row -> new TokenId(BinaryId.uuid(row.getBytes("id"))));
  }

  static List<UUID> endedUntil(Handle handle, Instant time, int most) {
    return Sql.query(
        handle,
        "SELECT id FROM travel_api_token WHERE ended_at <= ? ORDER BY ended_at LIMIT ?",
        List.of(UtcTime.text(time), most),
        row -> BinaryId.uuid(row.getBytes("id")));
  }

  static void delete(Handle handle, List<UUID> ids) {
    MultiRow.delete(handle, "travel_api_token", "id", ids);
  }

  private static List<ApiToken> select(Handle handle, String rest, List<?> values) {
    return Sql.query(
        handle, "SELECT * FROM travel_api_token WHERE " + rest, values, ApiTokenTable::read);
  }

  private static ApiToken read(ResultSet row) throws SQLException {
    byte @Nullable [] operator = row.getBytes("operator_id");
    Set<Permission> scopes =
        BETWEEN_SCOPES
            .splitAsStream(row.getString("scopes"))
            .map(Permission::new)
            .collect(Collectors.toUnmodifiableSet());
    return new ApiToken(
        new TokenId(BinaryId.uuid(row.getBytes("id"))),
        new TokenGrant(
            new SubjectId(row.getString("subject")),
            operator == null ? null : new OperatorId(BinaryId.uuid(operator)),
            scopes,
            row.getString("name")),
        UtcTime.instant(row, "created_at"),
        UtcTime.instant(row, "expires_at"),
        UtcTime.instantOrNull(row, "revoked_at"),
        UtcTime.instantOrNull(row, "last_used_at"));
  }

  private static byte[] bytes(SubjectId subject) {
    return subject.value().getBytes(StandardCharsets.US_ASCII);
  }
}
