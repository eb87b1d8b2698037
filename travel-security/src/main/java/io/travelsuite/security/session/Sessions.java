package io.travelsuite.security.session;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.secret.CardNumbers;
import io.travelsuite.secret.Secret;
import io.travelsuite.security.role.SubjectId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Sessions of people who are signed in. What the cookie holds is 256 bits by chance, made here and
 * never taken from a request, and kept as its SHA-256 alone. It changes when somebody signs in and
 * with each change of what they may do; the old one is dead from then on, in every JVM.
 *
 * <pre>{@code
 * Sessions sessions = Sessions.of(JdbcSecurity.of(travel, alerts).sessions(), SessionTerms.CUSTOMER);
 * HostCookie cookie = HostCookie.of("session");
 * }</pre>
 *
 * <p>Each look-up asks the store, and time is judged by its clock: nothing is cached. Thread-safe.
 */
public final class Sessions {

  /** That a session was used is written once in this time, or in a quarter of its idle time. */
  public static final Duration SEEN_EVERY = Duration.ofMinutes(1);

  private static final int BYTES = 32;
  private static final int MOST_LABEL = 200;
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

  private final SessionStore store;
  private final SessionTerms terms;
  private final SecureRandom random = new SecureRandom();

  private Sessions(SessionStore store, SessionTerms terms) {
    this.store = store;
    this.terms = terms;
  }

  /**
   * Sessions in a store. Staff and customers may share the store, each with terms of their own.
   *
   * @param store where they are kept
   * @param terms how long those live that are begun here
   * @return the sessions, to be shared
   */
  public static Sessions of(SessionStore store, SessionTerms terms) {
    return new Sessions(store, terms);
  }

  /**
   * Begins a session after a sign-in, always under a new id: what the browser sent until now ends,
   * so that an id that somebody planted is worth nothing.
   *
   * @param subject who signed in
   * @param label what they know it by, such as the browser's name, 1 to 200 characters; cut if it
   *     is longer, and what looks like a card number is blotted out
   * @param before what the browser's cookie held until now, or null
   * @return the session, and what its cookie is to hold
   */
  public OpenSession begin(SubjectId subject, String label, @Nullable String before) {
    unless(!label.isBlank(), "label", label, "must not be blank");
    looked(before).ifPresent(old -> store.end(old.session().id()));
    String cookie = newCookie();
    String known = CardNumbers.redact(cut(label));
    SessionId id = new SessionId(UUID.randomUUID());
    Session session =
        store.add(new SessionStore.NewSession(id, hash(cookie), subject, known, terms));
    return new OpenSession(session, Secret.of(cookie));
  }

  private static String cut(String label) {
    int length = label.codePointCount(0, label.length());
    return label.substring(0, label.offsetByCodePoints(0, Math.min(MOST_LABEL, length)));
  }

  /**
   * Finds whose request this is. Never ends later than the session's terms say; up to {@link
   * #SEEN_EVERY} earlier than its idle time, since not each use is written.
   *
   * @param cookie what the request's cookie holds, or null; of any form and length
   * @return the session, or empty: nobody is signed in
   */
  public Optional<Session> find(@Nullable String cookie) {
    Optional<SessionStore.Looked> live =
        looked(cookie).filter(looked -> looked.session().isLive(looked.now()));
    live.ifPresent(looked -> see(looked.session(), looked.now()));
    return live.map(SessionStore.Looked::session);
  }

  private Optional<SessionStore.Looked> looked(@Nullable String cookie) {
    if (cookie == null || !FORM.matcher(cookie).matches()) {
      return Optional.empty();
    }
    return store.find(hash(cookie));
  }

  private void see(Session session, Instant now) {
    Duration quarter = session.idle().dividedBy(4);
    Duration every = quarter.compareTo(SEEN_EVERY) < 0 ? quarter : SEEN_EVERY;
    if (!now.isBefore(session.seenAt().plus(every))) {
      store.seen(session.id(), now);
    }
  }

  /**
   * Gives a session a new id: after each change of what its owner may do, such as another role, a
   * second factor, or a new password. Of several at once one succeeds.
   *
   * @param cookie what the request's cookie holds
   * @return the session, and what its cookie is to hold; or empty: nobody is signed in
   */
  public Optional<OpenSession> renew(String cookie) {
    if (!FORM.matcher(cookie).matches()) {
      return Optional.empty();
    }
    String next = newCookie();
    return store
        .rename(hash(cookie), hash(next))
        .map(session -> new OpenSession(session, Secret.of(next)));
  }

  /**
   * Ends a session, in every JVM from its next look-up on; does nothing when it has ended.
   *
   * @param id the session
   */
  public void end(SessionId id) {
    store.end(id);
  }

  /**
   * Ends all sessions of a subject, or all others: after a new password, or when it leaves.
   *
   * @param subject whose
   * @param but the one that goes on, or null
   * @return how many were ended
   */
  public int endAll(SubjectId subject, @Nullable SessionId but) {
    int ended = 0;
    List<Session> others = others(subject, but);
    while (!others.isEmpty()) { // there may be more than one list holds
      others.forEach(session -> store.end(session.id()));
      ended += others.size();
      others = others(subject, but);
    }
    return ended;
  }

  private List<Session> others(SubjectId subject, @Nullable SessionId but) {
    return store.list(subject).stream().filter(session -> !session.id().equals(but)).toList();
  }

  /**
   * {@return a subject's sessions that are live, the newest first, at most 1,000}
   *
   * @param subject whose
   */
  public List<Session> list(SubjectId subject) {
    return store.list(subject);
  }

  /**
   * Deletes sessions whose absolute time has passed; to be called now and then.
   *
   * @param most how many at most, 1 to 300
   * @return how many
   */
  public int purge(int most) {
    return store.purge(most);
  }

  private String newCookie() {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String hash(String cookie) {
    try {
      byte[] bytes = cookie.getBytes(StandardCharsets.US_ASCII);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }
}
