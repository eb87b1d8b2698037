package io.travelsuite.security.session;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.security.key.Signer;
import io.travelsuite.security.key.SigningKeys;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Refuses requests that another site makes a browser send with its cookies. Two things have to hold
 * for a request that changes something: the browser says that it comes from here ({@code
 * Sec-Fetch-Site}, {@code Origin}), where it says so at all; and it submits the token that its
 * cookie holds, signed here for its session (the signed double submit of the OWASP CSRF cheat
 * sheet). A token is good as long as the session has the id it had, and while its signing key is
 * the current one or the previous.
 *
 * <p>A request that no cookie lets in needs no check: one with an API token, a webhook. Immutable
 * and thread-safe.
 */
public final class CsrfGuard {

  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
  private static final Pattern ORIGIN =
      Pattern.compile("https://[a-z0-9.-]{1,253}(:\\d{1,5})?|http://localhost(:\\d{1,5})?");

  private static final int RANDOM_BYTES = 16;
  private static final int RANDOM_CHARACTERS = 22;
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{22}\\.[A-Za-z0-9_-]{43}");

  private final Signer signer;
  private final Set<String> origins;
  private final SecureRandom random = new SecureRandom();

  private CsrfGuard(Signer signer, Set<String> origins) {
    this.signer = signer;
    this.origins = origins;
  }

  /**
   * A guard.
   *
   * @param keys what tokens are signed by, for the purpose {@code csrf}
   * @param origins where the pages come from, such as {@code https://shop.example}: exactly, in
   *     lower case, without a path; at least one; plain HTTP only for localhost
   * @return the guard, to be shared
   */
  public static CsrfGuard of(SigningKeys keys, Set<String> origins) {
    unless(!origins.isEmpty(), "origins", origins, "must not be empty");
    origins.forEach(
        origin -> unless(ORIGIN.matcher(origin).matches(), "origins", origin, "must be origins"));
    return new CsrfGuard(keys.signer("csrf"), Set.copyOf(origins));
  }

  /**
   * A new token, for the cookie and for the page. To be set again when the session gets a new id.
   *
   * @param session what the session's cookie holds; null before somebody has signed in
   * @return 66 characters of {@code A–Z a–z 0–9 . _ -}
   */
  public String token(@Nullable String session) {
    byte[] bytes = new byte[RANDOM_BYTES];
    random.nextBytes(bytes);
    String chance = text(bytes);
    return chance + "." + text(signer.sign(ascii(chance), binding(session)));
  }

  /**
   * The token that a browser has while it is good, so that forms of several windows are; else a new
   * one, for the cookie to be set again.
   *
   * @param session what the session's cookie holds; null before somebody has signed in
   * @param known what the guard's own cookie holds, or null
   * @return the known one, or 66 characters of {@code A–Z a–z 0–9 . _ -}
   */
  public String token(@Nullable String session, @Nullable String known) {
    return known != null && checkToken(session, known, known) == CsrfCheck.PASSED
        ? known
        : token(session);
  }

  /**
   * Judges a request that a cookie would let in.
   *
   * @param request what is looked at
   * @return {@link CsrfCheck#PASSED}, or why it is refused
   */
  public CsrfCheck check(CsrfRequest request) {
    if (SAFE.contains(request.method())) {
      return CsrfCheck.PASSED;
    }
    String origin = request.origin();
    boolean known = origin != null && origins.contains(origin);
    if (origin != null && !known) {
      return CsrfCheck.FOREIGN_ORIGIN;
    }
    String site = request.fetchSite();
    if (site != null && !site.equals("same-origin") && !site.equals("none") && !known) {
      return CsrfCheck.CROSS_SITE;
    }
    return checkToken(request.session(), request.cookie(), request.submitted());
  }

  private CsrfCheck checkToken(
      @Nullable String session, @Nullable String cookie, @Nullable String submitted) {
    if (cookie == null || submitted == null || !TOKEN.matcher(submitted).matches()) {
      return CsrfCheck.NO_TOKEN;
    }
    if (!MessageDigest.isEqual(ascii(cookie), ascii(submitted))) {
      return CsrfCheck.NO_TOKEN;
    }
    String chance = submitted.substring(0, RANDOM_CHARACTERS);
    byte[] signature = decoded(submitted.substring(RANDOM_CHARACTERS + 1));
    boolean ours = signer.verify(signature, ascii(chance), binding(session));
    return ours ? CsrfCheck.PASSED : CsrfCheck.BAD_TOKEN;
  }

  /** A token from before the sign-in is of no session, not of one whose id is empty. */
  private static byte[] binding(@Nullable String session) {
    return ascii(session == null ? "none" : "session:" + session);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static byte[] decoded(String text) {
    return Base64.getUrlDecoder().decode(text);
  }
}
