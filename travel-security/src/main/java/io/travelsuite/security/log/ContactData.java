package io.travelsuite.security.log;

/**
 * Masks e-mail addresses and telephone numbers. An address is looked for around each {@code @}, a
 * number behind each {@code +}, within a bounded length: linear.
 */
final class ContactData {

  private static final int LONGEST_LOCAL = 64;
  private static final int LONGEST_DOMAIN = 253;
  private static final int LONGEST_NUMBER = 32;
  private static final String LOCAL = ".!#$%*+^_~-";

  private final String text;
  private final RedactionPolicy policy;
  private final StringBuilder out = new StringBuilder();
  private int written;

  ContactData(String text, RedactionPolicy policy) {
    this.text = text;
    this.policy = policy;
  }

  String redacted() {
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '@' && policy.emails() != Contacts.SHOWN) {
        email(at);
      } else if (c == '+' && policy.phones() != Contacts.SHOWN) {
        phone(at);
      }
    }
    return written == 0 ? text : out.append(text, written, text.length()).toString();
  }

  private void email(int at) {
    int from = at;
    while (from > written && at - from < LONGEST_LOCAL && isLocal(text.charAt(from - 1))) {
      from--;
    }
    int to = at + 1;
    while (to < text.length() && to - at <= LONGEST_DOMAIN && isDomain(text.charAt(to))) {
      to++;
    }
    while (to > at + 1 && ".-".indexOf(text.charAt(to - 1)) >= 0) {
      to--;
    }
    String domain = text.substring(Math.min(at + 1, to), to);
    if (from < at && domain.indexOf('.') > 0) {
      replace(from, to, policy.emails() == Contacts.MASKED ? "[email @" + domain + "]" : "[email]");
    }
  }

  private void phone(int plus) {
    if (plus < written || (plus > 0 && Character.isLetterOrDigit(text.charAt(plus - 1)))) {
      return;
    }
    int to = plus + 1;
    StringBuilder number = new StringBuilder();
    for (int at = plus + 1; at < text.length() && at - plus <= LONGEST_NUMBER; at++) {
      char c = text.charAt(at);
      if (Character.isDigit(c)) {
        number.append(c);
        to = at + 1;
      } else if (" ().-/\u00a0".indexOf(c) < 0) {
        break;
      }
    }
    if (number.length() >= 7 && number.length() <= 15) {
      String tail = number.substring(number.length() - 2);
      replace(plus, to, policy.phones() == Contacts.MASKED ? "[phone " + tail + "]" : "[phone]");
    }
  }

  private void replace(int from, int to, String by) {
    out.append(text, written, from).append(by);
    written = to;
  }

  private static boolean isLocal(char c) {
    return Character.isLetterOrDigit(c) || LOCAL.indexOf(c) >= 0;
  }

  private static boolean isDomain(char c) {
    return Character.isLetterOrDigit(c) || c == '.' || c == '-';
  }
}
