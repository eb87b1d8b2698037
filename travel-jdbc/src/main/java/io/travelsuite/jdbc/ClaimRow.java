package io.travelsuite.jdbc;

import io.travelsuite.idempotency.Fence;
import io.travelsuite.idempotency.Outcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of travel_idempotency.
 *
 * @param version of the fingerprint
 * @param fingerprint in hexadecimal
 * @param fence 1 and up
 * @param owner whose claim it is
 * @param attempt how often it was claimed without an outcome
 * @param state what it is in
 * @param started whether an effect may have
 * @param recovering whether its owner was told to ask first
 * @param leaseUntil when the owner may lose it
 * @param retention seconds
 * @param retainedUntil when it may be deleted, or null for never
 * @param checkpoint what an owner noted, or null
 * @param outcome what came of it, or null
 */
record ClaimRow(
    int version,
    String fingerprint,
    long fence,
    UUID owner,
    int attempt,
    State state,
    boolean started,
    boolean recovering,
    Instant leaseUntil,
    int retention,
    @Nullable Instant retainedUntil,
    @Nullable String checkpoint,
    @Nullable Outcome outcome) {

  /** What a claim is in. */
  enum State {
    /** Somebody has it, or had it when its lease lapsed. */
    IN_FLIGHT,
    /** Nobody knows what came of it. */
    UNKNOWN,
    /** It has its outcome. */
    DONE,
    /** Given up: nothing was done. */
    RELEASED,
    /** Claimed too often; waits for a person. */
    PARKED
  }

  static ClaimRow read(ResultSet row) throws SQLException {
    String verdict = row.getString("verdict");
    return new ClaimRow(
        row.getInt("fingerprint_version"),
        row.getString("fingerprint"),
        row.getLong("fence"),
        BinaryId.uuid(row.getBytes("owner")),
        row.getInt("attempt"),
        State.valueOf(row.getString("state")),
        row.getInt("started") != 0,
        row.getInt("recovering") != 0,
        UtcTime.instant(row, "lease_until"),
        row.getInt("retention"),
        UtcTime.instantOrNull(row, "retained_until"),
        row.getString("checkpoint"),
        verdict == null
            ? null
            : new Outcome(Outcome.Verdict.valueOf(verdict), row.getString("outcome")));
  }

  /** Whether its key is as never used, deleted or not. */
  boolean expired(Instant now) {
    return retainedUntil != null && !retainedUntil.isAfter(now);
  }

  boolean open() {
    return state == State.IN_FLIGHT || state == State.UNKNOWN;
  }

  boolean leased(Instant now) {
    return open() && leaseUntil.isAfter(now);
  }

  boolean ownedBy(Fence presented) {
    return fence == presented.number() && owner.equals(presented.owner());
  }
}
