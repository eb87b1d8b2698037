package io.travelsuite.idempotency.http;

import io.travelsuite.idempotency.Claim;
import io.travelsuite.idempotency.Effect;
import io.travelsuite.idempotency.Fence;
import io.travelsuite.idempotency.Fingerprint;
import io.travelsuite.idempotency.Idempotent;
import io.travelsuite.idempotency.Ran;
import io.travelsuite.idempotency.Scope;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * Answers requests that carry an {@code Idempotency-Key}, as
 * draft-ietf-httpapi-idempotency-key-header has it. Immutable; as safe for threads as its store.
 *
 * <table>
 * <caption>What a request is answered</caption>
 * <tr><td>no key, several, or a malformed one</td><td>400</td></tr>
 * <tr><td>the first</td><td>what the handler answers</td></tr>
 * <tr><td>one that repeats it</td><td>the same status, body and allowed headers, with {@code
 *     Idempotent-Replayed: true}</td></tr>
 * <tr><td>one while another is at work</td><td>409 with {@code Retry-After}</td></tr>
 * <tr><td>one whose outcome is still unknown, or parked</td><td>409</td></tr>
 * <tr><td>another request under the key</td><td>422</td></tr>
 * </table>
 *
 * <p>Errors are {@code application/problem+json} (RFC 9457) with a {@code Link} to the
 * documentation. Of what a handler answers, 2xx and 3xx are kept as successes and 4xx as definitive
 * declines; 408, 425 and 429 mean that nothing was done, and give the key back; after 5xx, or when
 * it throws, the outcome is unknown and the next request asks by the recovery.
 */
public final class IdempotentHttp {

  /** Marks an answer that was given before. */
  public static final String REPLAYED = "Idempotent-Replayed";

  private static final Set<String> ALLOWED =
      names("Content-Type", "Content-Language", "ETag", "Link", "Location");

  /** Nothing was done, and the same request may succeed later. */
  private static final Set<Integer> NOT_DONE = Set.of(408, 425, 429);

  private static final int LEAST_ERROR = 400;
  private static final int LEAST_SERVER_ERROR = 500;
  private static final Duration ASK_AGAIN = Duration.ofSeconds(5);

  private final Idempotent<HttpAnswer> idempotent;
  private final URI documentation;
  private final Set<String> allowed;

  private IdempotentHttp(
      Idempotent<HttpAnswer> idempotent, URI documentation, Set<String> allowed) {
    this.idempotent = idempotent;
    this.documentation = documentation;
    this.allowed = allowed;
  }

  /**
   * {@return one that replays Content-Type, Content-Language, ETag, Link and Location}
   *
   * @param idempotent stores answers, in {@link HttpAnswer#FORM}
   * @param documentation of the host's rules for keys, named in errors
   */
  public static IdempotentHttp of(Idempotent<HttpAnswer> idempotent, URI documentation) {
    return new IdempotentHttp(idempotent, documentation, ALLOWED);
  }

  /**
   * {@return the same with other headers kept and replayed, and no others}
   *
   * @param names of headers, in lower or upper case; never those that belong to one client or one
   *     connection, as Set-Cookie
   */
  public IdempotentHttp replaying(String... names) {
    return new IdempotentHttp(idempotent, documentation, names(names));
  }

  private static Set<String> names(String... names) {
    Set<String> set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    set.addAll(Arrays.asList(names));
    return set;
  }

  /**
   * Answers a request.
   *
   * @param keys the values of all headers {@link IdempotencyKey#HEADER}
   * @param scope of the key: the principal is who signed in
   * @param fingerprint of the request
   * @param handler answers the first request
   * @return what to send
   * @throws io.travelsuite.idempotency.StaleClaimException when the handler took longer than its
   *     lease and another request took over
   */
  public HttpAnswer answer(
      List<String> keys,
      Scope scope,
      Fingerprint fingerprint,
      Function<Fence, HttpAnswer> handler) {
    Optional<String> key = IdempotencyKey.parse(keys);
    if (key.isEmpty()) {
      return problem(
          400,
          keys.isEmpty() ? "Idempotency-Key is missing" : "Idempotency-Key is malformed",
          "This operation needs one Idempotency-Key of 1 to 255 printable ASCII characters.");
    }
    AtomicReference<HttpAnswer> own = new AtomicReference<>();
    Ran<HttpAnswer> ran =
        idempotent.run(scope, key.get(), fingerprint, fence -> effect(handler.apply(fence), own));
    HttpAnswer first = own.get();
    return first != null ? first : later(ran);
  }

  private Effect<HttpAnswer> effect(HttpAnswer answer, AtomicReference<HttpAnswer> own) {
    own.set(answer);
    return effect(kept(answer));
  }

  /**
   * {@return what an answer says of its effect, by its status; for recoveries}
   *
   * @param answer of a handler
   */
  public static Effect<HttpAnswer> effect(HttpAnswer answer) {
    int status = answer.status();
    if (status >= LEAST_SERVER_ERROR) {
      return new Effect.Unknown<>();
    }
    if (NOT_DONE.contains(status)) {
      return new Effect.NotDone<>();
    }
    return status >= LEAST_ERROR ? new Effect.Declined<>(answer) : new Effect.Succeeded<>(answer);
  }

  private HttpAnswer kept(HttpAnswer answer) {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.putAll(answer.headers());
    headers.keySet().retainAll(allowed);
    return new HttpAnswer(answer.status(), headers, answer.body());
  }

  private HttpAnswer later(Ran<HttpAnswer> ran) {
    if (ran instanceof Ran.Done<HttpAnswer> done) {
      return kept(done.value()).header(REPLAYED, "true");
    }
    if (ran instanceof Ran.NotClaimed<HttpAnswer> not) {
      return refused(not.claim());
    }
    return outstanding(ran instanceof Ran.Released ? Duration.ZERO : ASK_AGAIN);
  }

  private HttpAnswer refused(Claim claim) {
    if (claim instanceof Claim.InFlight inFlight) {
      return outstanding(inFlight.left());
    }
    if (claim instanceof Claim.Mismatch) {
      return problem(
          422,
          "Idempotency-Key is already used",
          "An Idempotency-Key must not be used again with another request.");
    }
    return problem(
        409,
        "The request for this Idempotency-Key waits for a person",
        "Its outcome could not be learned. Do not repeat it under another key.");
  }

  private HttpAnswer outstanding(Duration left) {
    return problem(
            409,
            "A request is outstanding for this Idempotency-Key",
            "A request with the same Idempotency-Key is being processed. Repeat it later.")
        .header("Retry-After", Long.toString(Math.max(1, left.plusNanos(999_999_999).toSeconds())));
  }

  /** The texts are our own, and a URI has no character that JSON escapes. */
  private HttpAnswer problem(int status, String title, String detail) {
    String link = documentation.toASCIIString();
    String body =
        """
        {"type":"%s","title":"%s","status":%d,"detail":"%s"}"""
            .formatted(link, title, status, detail);
    return HttpAnswer.of(status, "application/problem+json", body)
        .header("Content-Language", "en")
        .header("Link", "<" + link + ">; rel=\"describedby\"; type=\"text/html\"");
  }
}
