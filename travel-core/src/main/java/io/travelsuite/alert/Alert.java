package io.travelsuite.alert;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.secret.CardNumbers;
import java.util.regex.Pattern;

/**
 * Something that somebody should look at. Holds no secret and no card number: what looks like one
 * in its texts is blotted out.
 *
 * @param rule which rule found it, 1 to 64 of {@code a–z 0–9 . -}: what alerts are counted and
 *     silenced by
 * @param severity how soon
 * @param subject what it is about: an opaque id of a payment, a customer, a key; 1 to 255
 *     characters, longer ones are cut
 * @param text what was found and what to do, for people; at most 1,000 characters, longer ones are
 *     cut
 */
public record Alert(String rule, Severity severity, String subject, String text) {

  private static final Pattern RULE = Pattern.compile("[a-z0-9.-]{1,64}");

  /** How soon somebody should look. */
  public enum Severity {
    /** Worth knowing. */
    NOTICE,
    /** In working hours. */
    WARNING,
    /** Now: money or safety is at stake. */
    CRITICAL
  }

  /** Checks the rule's name, cuts and blots the texts. */
  public Alert {
    unless(RULE.matcher(rule).matches(), "rule", rule, "must be 1 to 64 of a-z 0-9 . -");
    unless(!subject.isBlank(), "subject", subject, "must not be blank");
    subject = cut(CardNumbers.redact(subject), 255);
    text = cut(CardNumbers.redact(text), 1000);
  }

  private static String cut(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most - 1) + "…";
  }
}
