package io.travelsuite.security.session;

import io.travelsuite.security.role.SubjectId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where {@link Sessions} are kept; {@code JdbcSecurity} of travel-jdbc is one on the database. All
 * JVMs share one store and its clock. Thread-safe.
 */
public interface SessionStore {

  /**
   * A session to be kept.
   *
   * @param id made by the caller
   * @param hash SHA-256 of what the cookie holds, 64 hexadecimal digits in lower case
   * @param subject who is signed in
   * @param label what its owner knows it by
   * @param terms how long it lives from now on
   */
  record NewSession(
      SessionId id, String hash, SubjectId subject, String label, SessionTerms terms) {}

  /**
   * A session, and when it was looked at.
   *
   * @param session the session
   * @param now the store's time
   */
  record Looked(Session session, Instant now) {}

  /**
   * Keeps a session.
   *
   * @param session the session
   * @return the session as kept
   */
  Session add(NewSession session);

  /**
   * Looks a session up, as it is for all JVMs at that moment: never from a cache.
   *
   * @param hash SHA-256 of what was presented, 64 hexadecimal digits in lower case
   * @return the session, also when its time has passed
   */
  Optional<Looked> find(String hash);

  /**
   * Says that a session was used.
   *
   * @param id the session
   * @param now when, by the store's time
   */
  void seen(SessionId id, Instant now);

  /**
   * Gives a session that is live another hash; of several at once one succeeds.
   *
   * @param hash its hash, which is unknown from then on
   * @param next the other one
   * @return the session, or empty when no live one has that hash
   */
  Optional<Session> rename(String hash, String next);

  /**
   * Ends a session, if it is there.
   *
   * @param id the session
   */
  void end(SessionId id);

  /**
   * {@return a subject's sessions that are live, the newest first, at most 1,000}
   *
   * @param subject whose
   */
  List<Session> list(SubjectId subject);

  /**
   * Deletes sessions whose absolute time has passed.
   *
   * @param most how many at most, 1 to 300
   * @return how many
   */
  int purge(int most);
}
