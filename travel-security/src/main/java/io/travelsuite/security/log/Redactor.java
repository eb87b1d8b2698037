package io.travelsuite.security.log;

import io.travelsuite.secret.CardNumbers;
import io.travelsuite.secret.Secret;
import io.travelsuite.security.shape.SecretNames;
import io.travelsuite.security.shape.Span;
import io.travelsuite.security.shape.TokenShapes;
import java.util.Locale;

/**
 * Takes out of a text what must not be in a log: known secrets, tokens and keys by their shape,
 * values behind a telling name ({@code password=…}, {@code "token": "…"}, {@code Authorization:
 * …}), card numbers, and by policy e-mail addresses and telephone numbers. What could begin a new
 * line of the log or steer a terminal is written as an escape.
 *
 * <p>Time is linear in the length of the text, also of one that is made to take long. What has
 * neither a shape nor a name nor is known ("my password is hunter2") is not found. Immutable; safe
 * for use by many threads.
 */
public final class Redactor {

  /** What stands for a secret. */
  public static final String HIDDEN = "[hidden]";

  private static final int SHORTEST_SECRET = 6;

  /** Of the policy {@link RedactionPolicy#DEFAULT}. */
  public static final Redactor DEFAULT = new Redactor(RedactionPolicy.DEFAULT);

  private final RedactionPolicy policy;

  /**
   * A redactor of a policy.
   *
   * @param policy what to hide
   */
  public Redactor(RedactionPolicy policy) {
    this.policy = policy;
  }

  /**
   * {@return a text without what must not be in a log, in one line}
   *
   * @param text any text
   */
  public String redact(String text) {
    String known = withoutKnown(text);
    String named = new NamedValues(known, this).redacted();
    String tokens = withoutTokens(named);
    String cards = CardNumbers.redact(tokens);
    return ControlCharacters.escaped(new ContactData(cards, policy).redacted());
  }

  /**
   * {@return a value without what must not be in a log, all of it when its name tells that it is a
   * secret}
   *
   * @param name what it is: a key of a structured log
   * @param value any text
   */
  public String redact(String name, String value) {
    return isSecret(name) ? HIDDEN : redact(value);
  }

  boolean isSecret(CharSequence name) {
    return SecretNames.isSecret(name)
        || (!policy.names().isEmpty() && policy.names().contains(plain(name)))
        || (policy.phones() != Contacts.SHOWN && SecretNames.isPhone(name));
  }

  private static String plain(CharSequence name) {
    return name.toString().replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
  }

  private String withoutKnown(String text) {
    String redacted = text;
    for (Secret secret : policy.secrets().get()) {
      String value = secret.text();
      if (value.length() >= SHORTEST_SECRET) {
        redacted = redacted.replace(value, HIDDEN);
      }
    }
    return redacted;
  }

  private static String withoutTokens(String text) {
    TokenShapes shapes = new TokenShapes(text);
    Span span = shapes.next();
    if (span == null) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    int written = 0;
    while (span != null) {
      out.append(text, written, span.from()).append(HIDDEN);
      written = span.to();
      span = shapes.next();
    }
    return out.append(text, written, text.length()).toString();
  }
}
