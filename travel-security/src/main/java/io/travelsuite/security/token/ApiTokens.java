package io.travelsuite.security.token;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.secret.Secret;
import io.travelsuite.security.role.SubjectId;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tokens for programs: by chance (256 bits), with a prefix and a checksum, kept as their SHA-256
 * alone, with scopes, and always with an end.
 *
 * <pre>{@code
 * ApiTokens tokens = ApiTokens.of(JdbcSecurity.of(travel, alerts).tokens(), "acme");
 * IssuedToken issued = tokens.issue(grant, Duration.ofDays(90));
 * }</pre>
 *
 * <p>Each check looks into the store: what is revoked in one JVM is refused by all of them from the
 * next check on, and the end is judged by the store's clock. Nothing is cached. Thread-safe.
 *
 * <p>A client that is let in by a token, and by no cookie, needs no CSRF check.
 */
public final class ApiTokens {

  /** A token lives no longer than this. */
  public static final Duration LONGEST = Duration.ofDays(366);

  /** The last use is written once in this time, not at each use. */
  public static final Duration SEEN_EVERY = Duration.ofMinutes(5);

  private static final Pattern PREFIX = Pattern.compile("[a-z][a-z0-9]{1,15}");
  private static final Pattern BEARER = Pattern.compile("(?i:bearer) +([!-~]{1,200})");

  private final TokenStore store;
  private final TokenText text;
  private final SecureRandom random = new SecureRandom();

  private ApiTokens(TokenStore store, TokenText text) {
    this.store = store;
    this.text = text;
  }

  /**
   * Tokens in a store.
   *
   * @param store where they are kept
   * @param prefix what each begins with, 2 to 16 of {@code a–z 0–9}: the application's name, and
   *     another one for its tests
   * @return the tokens, to be shared
   */
  public static ApiTokens of(TokenStore store, String prefix) {
    unless(PREFIX.matcher(prefix).matches(), "prefix", prefix, "must be 2 to 16 of a-z 0-9");
    return new ApiTokens(store, new TokenText(prefix));
  }

  /**
   * Issues a token.
   *
   * @param grant what it is for
   * @param lifetime how long it lives, 1 minute to 366 days
   * @return the token, and what its owner presents
   */
  public IssuedToken issue(TokenGrant grant, Duration lifetime) {
    checkLifetime(lifetime);
    return make(lifetime, (next, secret) -> new IssuedToken(store.add(next, grant), secret));
  }

  /**
   * Issues a token with the grant of another one, which goes on for a while, so that its owner can
   * change over without a pause.
   *
   * @param old what is replaced
   * @param lifetime how long the next one lives, 1 minute to 366 days
   * @param overlap how long the old one goes on, if it does not end before: 0 to 30 days; 0 when it
   *     has leaked
   * @return the next token, or empty when the old one is not there, has expired or was revoked
   */
  public Optional<IssuedToken> rotate(TokenId old, Duration lifetime, Duration overlap) {
    checkLifetime(lifetime);
    boolean fits = !overlap.isNegative() && overlap.compareTo(Duration.ofDays(30)) <= 0;
    unless(fits, "overlap", overlap, "must be 0 to 30 days");
    return make(
        lifetime,
        (next, secret) ->
            store.replace(old, next, overlap).map(token -> new IssuedToken(token, secret)));
  }

  private static void checkLifetime(Duration lifetime) {
    boolean fits =
        lifetime.compareTo(Duration.ofMinutes(1)) >= 0 && lifetime.compareTo(LONGEST) <= 0;
    unless(fits, "lifetime", lifetime, "must be 1 minute to 366 days");
  }

  private <T> T make(Duration lifetime, BiFunction<TokenStore.NewToken, Secret, T> keep) {
    String secret = text.next(random);
    TokenId id = new TokenId(UUID.randomUUID());
    TokenStore.NewToken next = new TokenStore.NewToken(id, TokenText.hashOf(secret), lifetime);
    return keep.apply(next, Secret.of(secret));
  }

  /**
   * What a request's {@code Authorization} field presents (RFC 6750, section 2.1).
   *
   * @param authorization the field's value, or null
   * @return the token, if the field is a bearer's
   */
  public static Optional<String> bearer(@Nullable String authorization) {
    if (authorization == null) {
      return Optional.empty();
    }
    Matcher match = BEARER.matcher(authorization);
    return match.matches() ? Optional.of(match.group(1)) : Optional.empty();
  }

  /**
   * Judges what somebody presents.
   *
   * @param presented the token, or null; of any form and length
   * @return {@link TokenCheck.Accepted} or {@link TokenCheck.Refused}
   */
  public TokenCheck check(@Nullable String presented) {
    Optional<String> hash = text.hash(presented);
    if (hash.isEmpty()) {
      return new TokenCheck.Refused(TokenCheck.Reason.MALFORMED);
    }
    Optional<TokenStore.Looked> found = store.find(hash.get());
    if (found.isEmpty()) {
      return new TokenCheck.Refused(TokenCheck.Reason.UNKNOWN);
    }
    ApiToken token = found.get().token();
    Instant now = found.get().now();
    if (token.revokedAt() != null) {
      return new TokenCheck.Refused(TokenCheck.Reason.REVOKED);
    }
    if (!now.isBefore(token.expiresAt())) {
      return new TokenCheck.Refused(TokenCheck.Reason.EXPIRED);
    }
    Instant seen = token.lastUsedAt();
    if (seen == null || !now.isBefore(seen.plus(SEEN_EVERY))) {
      store.used(token.id(), now);
    }
    return new TokenCheck.Accepted(token);
  }

  /**
   * Revokes a token, for all JVMs from their next check on.
   *
   * @param id the token
   * @return whether there is one of that id
   */
  public boolean revoke(TokenId id) {
    return store.revoke(id);
  }

  /**
   * Revokes all tokens of a subject, for example when it leaves.
   *
   * @param subject whose
   * @return how many were revoked
   */
  public int revokeAll(SubjectId subject) {
    return store.revokeAll(subject);
  }

  /**
   * {@return a subject's tokens, the newest first, at most 1,000}
   *
   * @param subject whose
   */
  public List<ApiToken> list(SubjectId subject) {
    return store.list(subject);
  }

  /**
   * {@return tokens that should have been rotated: still good, and issued so long ago}
   *
   * @param age how long ago at least
   * @param most how many at most, 1 to 300
   */
  public List<ApiToken> olderThan(Duration age, int most) {
    return store.olderThan(age, most);
  }

  /**
   * Deletes tokens that ended a while ago; to be called now and then.
   *
   * @param ended how long ago at least, for example 90 days
   * @param most how many at most, 1 to 300
   * @return how many
   */
  public int purge(Duration ended, int most) {
    return store.purge(ended, most);
  }
}
