package io.travelsuite.security.shape;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds tokens and keys by how they begin, as their makers document, JSON Web Tokens, private keys
 * in PEM, passwords in addresses, and what follows {@code Bearer} and {@code Basic}. Looks at each
 * character a bounded number of times. Not thread-safe.
 */
public final class TokenShapes {

  private static final String PEM = "-----BEGIN ";
  private static final String PEM_END = "-----END ";
  private static final int LONGEST_USER = 256;
  private static final int LONGEST_PREFIX = 16;
  private static final int OWN_TOKEN = 49;
  private static final Pattern OWN = Pattern.compile("[A-Za-z0-9]{49}");

  private static final Pattern TWILIO = Pattern.compile("[0-9a-f]{32}");
  private static final Pattern AWS = Pattern.compile("[A-Z0-9]{16}");
  private static final Pattern MOLLIE = Pattern.compile("[A-Za-z0-9]{30,31}");
  private static final Pattern WORD = Pattern.compile("[a-z.]+");

  private record Shape(String prefix, int least, String kind) {}

  private static final List<Shape> SHAPES =
      List.of(
          new Shape("sk_live_", 10, "stripe key"),
          new Shape("sk_test_", 10, "stripe key"),
          new Shape("rk_live_", 10, "stripe key"),
          new Shape("rk_test_", 10, "stripe key"),
          new Shape("whsec_", 16, "webhook secret"),
          new Shape("live_", 30, "mollie key"),
          new Shape("test_", 30, "mollie key"),
          new Shape("ghp_", 30, "github token"),
          new Shape("gho_", 30, "github token"),
          new Shape("ghu_", 30, "github token"),
          new Shape("ghs_", 30, "github token"),
          new Shape("ghr_", 30, "github token"),
          new Shape("github_pat_", 20, "github token"),
          new Shape("glpat-", 20, "gitlab token"),
          new Shape("xoxb-", 20, "slack token"),
          new Shape("xoxp-", 20, "slack token"),
          new Shape("AKIA", 16, "aws key id"),
          new Shape("ASIA", 16, "aws key id"),
          new Shape("AIza", 35, "google key"),
          new Shape("SG.", 40, "sendgrid key"),
          new Shape("hvs.", 20, "vault token"),
          new Shape("hvb.", 20, "vault token"),
          new Shape("npm_", 30, "npm token"),
          new Shape("SK", 32, "twilio key"),
          new Shape("AC", 32, "twilio sid"),
          new Shape("Bearer ", 8, "bearer token"),
          new Shape("bearer ", 8, "bearer token"),
          new Shape("Basic ", 8, "basic credentials"));

  private final String text;
  private int position;

  /** Up to here there is no dot behind an {@code eyJ} that was looked at: not to be read again. */
  private int withoutDot;

  /**
   * Looks through a text from its beginning.
   *
   * @param text any text
   */
  public TokenShapes(String text) {
    this.text = text;
  }

  /** {@return where the next one is, or null} */
  public @Nullable Span next() {
    while (position < text.length()) {
      char c = text.charAt(position);
      Span found = null;
      if (c == '-') {
        found = privateKey(position);
      } else if (c == ':') {
        found = password(position);
      } else if (isWord(c) && (position == 0 || !isWord(text.charAt(position - 1)))) {
        found = token(position);
      }
      position = found == null ? position + 1 : found.to();
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private @Nullable Span token(int at) {
    if (text.startsWith("eyJ", at)) {
      return webToken(at);
    }
    for (Shape shape : SHAPES) {
      if (text.startsWith(shape.prefix(), at)) {
        int tail = at + shape.prefix().length();
        int near = end(tail, tail + shape.least() + 1);
        if (near - tail >= shape.least() && isLikely(shape, text.substring(tail, near))) {
          return new Span(at, end(tail, text.length()), shape.kind());
        }
      }
    }
    return ownToken(at);
  }

  /** Of this library: a short prefix, {@code _}, and 49 letters and digits. */
  private @Nullable Span ownToken(int at) {
    int bar = bar(at);
    int end = bar + 1 + OWN_TOKEN;
    if (bar <= at || end > text.length() || (end < text.length() && isWord(text.charAt(end)))) {
      return null;
    }
    String rest = text.substring(bar + 1, end);
    return OWN.matcher(rest).matches() ? new Span(at, end, "api token") : null;
  }

  private int bar(int at) {
    int bar = at;
    while (bar < text.length() && bar - at <= LONGEST_PREFIX && text.charAt(bar) != '_') {
      bar++;
    }
    return bar < text.length() && text.charAt(bar) == '_' ? bar : -1;
  }

  private @Nullable Span webToken(int at) {
    int dot = Math.max(at, withoutDot);
    while (dot < text.length() && (isWord(text.charAt(dot)) || text.charAt(dot) == '-')) {
      dot++;
    }
    withoutDot = dot;
    boolean header = dot - at > 10 && dot < text.length() && text.charAt(dot) == '.';
    return header ? new Span(at, end(dot, text.length()), "json web token") : null;
  }

  /** What also begins many a word has to go on as its maker's do. */
  private static boolean isLikely(Shape shape, String tail) {
    return switch (shape.kind()) {
      case "twilio key", "twilio sid" -> TWILIO.matcher(tail).matches();
      case "aws key id" -> AWS.matcher(tail).matches();
      case "mollie key" -> MOLLIE.matcher(tail).matches();
      case "bearer token", "basic credentials" -> !WORD.matcher(tail).matches();
      default -> true;
    };
  }

  private int end(int from, int most) {
    int end = from;
    while (end < Math.min(most, text.length())
        && (isWord(text.charAt(end)) || isInside(text.charAt(end)))) {
      end++;
    }
    while (end > from && text.charAt(end - 1) == '.') {
      end--;
    }
    return end;
  }

  private static boolean isWord(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  }

  private static boolean isInside(char c) {
    return c == '-' || c == '.' || c == '/' || c == '+' || c == '=' || c == '~';
  }

  private @Nullable Span privateKey(int at) {
    if (!text.startsWith(PEM, at)) {
      return null;
    }
    String title = text.substring(at, Math.min(text.length(), at + 64));
    if (!title.contains("PRIVATE KEY")) {
      return null;
    }
    int last = text.indexOf(PEM_END, at);
    int end = last < 0 ? -1 : text.indexOf("-----", last + PEM_END.length());
    return new Span(at, end < 0 ? text.length() : end + 5, "private key");
  }

  /** Between a user's name and a host. */
  private @Nullable Span password(int at) {
    if (!text.startsWith("://", at)) {
      return null;
    }
    int colon = -1;
    for (int i = at + 3; i < text.length() && i < at + LONGEST_USER; i++) {
      char c = text.charAt(i);
      if (c == '@') {
        return colon > 0 && i > colon + 1 ? new Span(colon + 1, i, "password in an address") : null;
      }
      if (c == ':' && colon < 0) {
        colon = i;
      } else if (c <= ' ' || c == '/' || c == '?' || c == '#' || c == '"') {
        return null;
      }
    }
    return null;
  }
}
