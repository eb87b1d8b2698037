package io.travelsuite.examples.server.page;

import io.javalin.http.Context;
import io.travelsuite.examples.server.edge.VisitorGuard;
import io.travelsuite.examples.server.shop.Shopper;
import io.travelsuite.security.key.Signer;
import io.travelsuite.security.key.SigningKeys;
import io.travelsuite.security.session.CsrfGuard;
import io.travelsuite.security.session.CsrfRequest;
import io.travelsuite.security.session.HostCookie;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Visitors, who need no account: a browser gets a name by chance in a signed cookie, and what is
 * booked under it is seen with it alone. Nothing is stored for those who only look. Thread-safe.
 */
public final class Visitors implements VisitorGuard {

  /** The field of a form that holds the token. */
  public static final String FORM_FIELD = "csrf";

  private static final HostCookie VISITOR = HostCookie.of("visitor");
  private static final HostCookie FORM = HostCookie.of("form");
  private static final String SET = "Set-Cookie";
  private static final Duration KEPT = Duration.ofDays(180);
  private static final int RANDOM_BYTES = 16;
  private static final Pattern SIGNED =
      Pattern.compile("([A-Za-z0-9_-]{22})\\.([A-Za-z0-9_-]{43})");

  private final Signer signer;
  private final CsrfGuard csrf;
  private final SecureRandom random = new SecureRandom();

  private Visitors(Signer signer, CsrfGuard csrf) {
    this.signer = signer;
    this.csrf = csrf;
  }

  /**
   * {@return visitors}
   *
   * @param keys what names and forms are signed by
   * @param origins where the pages come from, as {@link CsrfGuard} wants them
   */
  public static Visitors of(SigningKeys keys, Set<String> origins) {
    return new Visitors(keys.signer("visitor"), CsrfGuard.of(keys, origins));
  }

  /**
   * Somebody who looks at a page.
   *
   * @param shopper who they are to the shop
   * @param token of the forms of the page
   */
  public record Visit(Shopper shopper, String token) {

    /** Without the token. */
    @Override
    public String toString() {
      return "Visit[hidden]";
    }
  }

  /** {@return who looks at a page; a browser that has no name gets one} */
  public Visit visit(Context context) {
    String known = VISITOR.read(context.header("Cookie")).filter(this::isOurs).orElse(null);
    String visitor = known == null ? begin(context) : known;
    return new Visit(shopper(visitor), token(context, visitor));
  }

  /** {@return who sends a form that {@link #isOwn} has let in} */
  Optional<Shopper> shopper(Context context) {
    return VISITOR.read(context.header("Cookie")).filter(this::isOurs).map(Visitors::shopper);
  }

  @Override
  public boolean isOwn(Context context) {
    String cookies = context.header("Cookie");
    String visitor = VISITOR.read(cookies).filter(this::isOurs).orElse(null);
    if (visitor == null) {
      return false;
    }
    String header = context.header("X-CSRF-Token");
    return csrf.check(
            new CsrfRequest(
                context.method().name(),
                context.header("Sec-Fetch-Site"),
                context.header("Origin"),
                visitor,
                FORM.read(cookies).orElse(null),
                header == null ? Forms.form(context).text(FORM_FIELD) : header))
        .passed();
  }

  private String begin(Context context) {
    byte[] bytes = new byte[RANDOM_BYTES];
    random.nextBytes(bytes);
    String chance = text(bytes);
    String visitor = chance + "." + text(signer.sign(ascii(chance)));
    context.res().addHeader(SET, VISITOR.set(visitor, KEPT));
    return visitor;
  }

  private boolean isOurs(String cookie) {
    var form = SIGNED.matcher(cookie);
    return form.matches()
        && signer.verify(Base64.getUrlDecoder().decode(form.group(2)), ascii(form.group(1)));
  }

  /** The same token as long as it is good, so that forms of several windows are. */
  private String token(Context context, String visitor) {
    String known = FORM.read(context.header("Cookie")).orElse(null);
    String token = csrf.token(visitor, known);
    if (!token.equals(known)) {
      context.res().addHeader(SET, FORM.set(token, KEPT));
    }
    return token;
  }

  /** No API token's subject begins so: it has a colon. */
  private static Shopper shopper(String visitor) {
    return new Shopper("visitor:" + visitor.substring(0, visitor.indexOf('.')));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
