package io.travelsuite.security.token;

import io.travelsuite.security.role.SubjectId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where {@link ApiTokens} are kept; {@code JdbcSecurity} of travel-jdbc is one on the database. All
 * JVMs share one store and its clock. Thread-safe.
 */
public interface TokenStore {

  /**
   * A token to be kept.
   *
   * @param id made by the caller
   * @param hash SHA-256 of what its owner presents, 64 hexadecimal digits in lower case
   * @param lifetime how long it lives from now on
   */
  record NewToken(TokenId id, String hash, Duration lifetime) {}

  /**
   * A token, and when it was looked at.
   *
   * @param token the token
   * @param now the store's time
   */
  record Looked(ApiToken token, Instant now) {}

  /**
   * Keeps a token.
   *
   * @param token the token
   * @param grant what it is for
   * @return the token as kept
   */
  ApiToken add(NewToken token, TokenGrant grant);

  /**
   * Looks a token up, as it is for all JVMs at that moment: never from a cache.
   *
   * @param hash SHA-256 of what was presented, 64 hexadecimal digits in lower case
   * @return the token, also when it has ended
   */
  Optional<Looked> find(String hash);

  /**
   * Says that a token was used.
   *
   * @param id the token
   * @param now when, by the store's time
   */
  void used(TokenId id, Instant now);

  /**
   * Keeps a token with the grant of another, which ends soon, in one transaction.
   *
   * @param old what is replaced
   * @param next the token in its place
   * @param overlap how long the old one goes on, if it does not end before
   * @return the next token, or empty when the old one is not there or has ended
   */
  Optional<ApiToken> replace(TokenId old, NewToken next, Duration overlap);

  /**
   * Revokes a token.
   *
   * @param id the token
   * @return whether there is one of that id
   */
  boolean revoke(TokenId id);

  /**
   * Revokes all tokens of a subject.
   *
   * @param subject whose
   * @return how many were revoked
   */
  int revokeAll(SubjectId subject);

  /**
   * {@return a subject's tokens, the newest first, at most 1,000}
   *
   * @param subject whose
   */
  List<ApiToken> list(SubjectId subject);

  /**
   * {@return tokens that are still good and were issued so long ago, the oldest first}
   *
   * @param age how long ago at least
   * @param most how many at most, 1 to 300
   */
  List<ApiToken> olderThan(Duration age, int most);

  /**
   * Deletes tokens that ended so long ago.
   *
   * @param ended how long ago at least
   * @param most how many at most, 1 to 300
   * @return how many
   */
  int purge(Duration ended, int most);
}
