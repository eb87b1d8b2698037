package io.travelsuite.jdbc;

import io.travelsuite.jdbc.Transactions.Freshness;
import io.travelsuite.security.role.SubjectId;
import io.travelsuite.security.token.ApiToken;
import io.travelsuite.security.token.TokenGrant;
import io.travelsuite.security.token.TokenId;
import io.travelsuite.security.token.TokenStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * API tokens in the database. Rows are locked by their primary keys alone. When the answer to a
 * COMMIT is lost, the next try of an insert meets its own row, and answers it.
 */
final class JdbcTokenStore implements TokenStore {

  private final OwnTransactions transactions;
  private final DatabaseClock clock;

  JdbcTokenStore(OwnTransactions transactions, DatabaseClock clock) {
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  public ApiToken add(NewToken token, TokenGrant grant) {
    try {
      return transactions.write(Freshness.LOCAL, unit -> insert(unit.handle(), token, grant));
    } catch (DuplicateKeyException oursBeforeALostAnswer) {
      return find(token.id()).orElseThrow();
    }
  }

  private ApiToken insert(Handle handle, NewToken token, TokenGrant grant) {
    Instant now = clock.now(handle);
    Instant end = now.plus(token.lifetime());
    ApiToken kept = new ApiToken(token.id(), grant, now, end, null, null);
    ApiTokenTable.insert(handle, kept, token.hash());
    audit(handle, token.id(), "token.issued", now);
    return kept;
  }

  private static void audit(Handle handle, TokenId id, String action, Instant at) {
    AuditTable.About about = new AuditTable.About(AuditTable.NOBODY, id.value());
    AuditTable.add(handle, about, AuditTable.Done.of(action), at);
  }

  private Optional<ApiToken> find(TokenId id) {
    return transactions.read(Freshness.CLUSTER, handle -> ApiTokenTable.find(handle, id));
  }

  @Override
  public Optional<Looked> find(String hash) {
    return transactions.read(
        Freshness.CLUSTER,
        handle ->
            ApiTokenTable.find(handle, hash).map(token -> new Looked(token, clock.now(handle))));
  }

  @Override
  public void used(TokenId id, Instant now) {
    transactions.write(
        Freshness.LOCAL,
        unit -> {
          ApiTokenTable.used(unit.handle(), id, now);
          return true;
        });
  }

  @Override
  public Optional<ApiToken> replace(TokenId old, NewToken next, Duration overlap) {
    try {
      return transactions.write(
          Freshness.CLUSTER, unit -> replaced(unit.handle(), old, next, overlap));
    } catch (DuplicateKeyException oursBeforeALostAnswer) {
      return find(next.id());
    }
  }

  private Optional<ApiToken> replaced(Handle handle, TokenId old, NewToken next, Duration overlap) {
    ApiToken token = ApiTokenTable.lock(handle, old).orElse(null);
    Instant now = clock.now(handle);
    if (token == null || token.revokedAt() != null || !now.isBefore(token.expiresAt())) {
      return ApiTokenTable.find(handle, next.id()); // ours before a lost answer, which ended it
    }
    Instant end = now.plus(overlap);
    if (end.isBefore(token.expiresAt())) {
      ApiTokenTable.end(handle, old, end);
    }
    audit(handle, old, "token.replaced", now);
    return Optional.of(insert(handle, next, token.grant()));
  }

  @Override
  public boolean revoke(TokenId id) {
    return transactions.write(
        Freshness.CLUSTER,
        unit -> {
          boolean there = ApiTokenTable.lock(unit.handle(), id).isPresent();
          Instant now = clock.now(unit.handle());
          ApiTokenTable.revoke(unit.handle(), id, now);
          if (there) {
            audit(unit.handle(), id, "token.revoked", now);
          }
          return there;
        });
  }

  @Override
  public int revokeAll(SubjectId subject) {
    int revoked = 0;
    List<TokenId> standing = standing(subject);
    while (!standing.isEmpty()) { // one that was being rotated has a successor now
      standing.forEach(this::revoke);
      revoked += standing.size();
      standing = standing(subject);
    }
    return revoked;
  }

  private List<TokenId> standing(SubjectId subject) {
    return transactions.read(Freshness.CLUSTER, handle -> ApiTokenTable.standing(handle, subject));
  }

  @Override
  public List<ApiToken> list(SubjectId subject) {
    return transactions.read(Freshness.CLUSTER, handle -> ApiTokenTable.list(handle, subject));
  }

  @Override
  public List<ApiToken> olderThan(Duration age, int most) {
    Placeholders.checkBatch(most);
    return transactions.read(
        Freshness.LOCAL,
        handle -> {
          Instant now = clock.now(handle);
          return ApiTokenTable.issuedUntil(handle, now.minus(age), now, most);
        });
  }

  @Override
  public int purge(Duration ended, int most) {
    Placeholders.checkBatch(most);
    return transactions.write(
        Freshness.LOCAL,
        unit -> {
          Instant until = clock.now(unit.handle()).minus(ended);
          List<UUID> ids = ApiTokenTable.endedUntil(unit.handle(), until, most);
          ApiTokenTable.delete(unit.handle(), ids);
          return ids.size();
        });
  }
}
