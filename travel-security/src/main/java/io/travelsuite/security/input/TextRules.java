package io.travelsuite.security.input;

import static io.travelsuite.InvalidRequestException.unless;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.joda.money.Money;

/**
 * Rules of texts. Each is a length in code points and a pattern, which a schema tells too, and what
 * only a program can tell. Patterns mean the same in Java and in ECMA-262, which schemas use.
 */
final class TextRules {

  private static final int MOST = 10_000;

  /** Controls but tab, line and paragraph separators, bidirectional controls, no characters. */
  private static final String UNSAFE =
      "\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f\\u2028-\\u202e"
          + "\\u2066-\\u2069\\ufeff\\ufff9-\\ufffb\\ufffe\\uffff";

  private static final String BLANK =
      " \\u0009\\u000a\\u000d\\u00a0\\u1680\\u2000-\\u200d\\u202f\\u205f\\u2060\\u3000";

  private static final String LABEL =
      "[A-Za-z0-9\\u00a1-\\uffff](?:[A-Za-z0-9\\u00a1-\\uffff-]{0,61}[A-Za-z0-9\\u00a1-\\uffff])?";

  private static final String EMAIL =
      "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]{1,64}(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]{1,64}){0,31}@"
          + "(?:"
          + LABEL
          + "\\.){1,32}"
          + "(?:[A-Za-z\\u00a1-\\uffff]{2,63}|[Xx][Nn]--[A-Za-z0-9-]{1,58}[A-Za-z0-9])";

  private static final Form EMAIL_FORM = new Form(6, 254, EMAIL);

  private TextRules() {}

  static FieldRule text(String code, int least, int most) {
    checkLengths(least, most);
    String pattern = free("\\u0009\\u000a\\u000d" + UNSAFE, least);
    String detail = "must be one line of " + least + " to " + most + " plain characters";
    return rule(code, detail, new Form(least, most, pattern), TextRules::isUnicode);
  }

  static FieldRule lines(int least, int most) {
    checkLengths(least, most);
    String detail = "must be " + least + " to " + most + " plain characters";
    return rule("text", detail, new Form(least, most, free(UNSAFE, least)), TextRules::isUnicode);
  }

  static FieldRule email() {
    Predicate<String> parsed = text -> EmailAddresses.parse(text).isPresent();
    return rule("email", "must be an e-mail address", EMAIL_FORM, parsed);
  }

  static boolean isEmail(String text) {
    return EMAIL_FORM.accepts(text);
  }

  static FieldRule phone() {
    return rule(
        "phone",
        "must be a telephone number as +49301234567",
        new Form(8, 16, "\\+[1-9][0-9]{6,14}"),
        text -> PhoneNumbers.parse(text, null).filter(text::equals).isPresent());
  }

  static FieldRule reference() {
    return rule(
        "reference",
        "must be 1 to 64 of A-Z a-z 0-9 . _ -",
        new Form(1, 64, "[A-Za-z0-9][A-Za-z0-9._-]*"),
        text -> true);
  }

  static FieldRule money() {
    return rule(
        "money",
        "must be an amount as EUR 12.50",
        new Form(5, 20, "[A-Z]{3} (?:0|[1-9][0-9]{0,11})(?:\\.[0-9]{1,3})?"),
        TextRules::isMoney);
  }

  static FieldRule date() {
    String pattern = "[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])";
    return rule("date", "must be a day as 2027-02-28", new Form(10, 10, pattern), TextRules::isDay);
  }

  /** From one character on it must not be blank. */
  private static String free(String unsafe, int least) {
    String any = "[^" + unsafe + "]*";
    return least == 0 ? any : any + "[^" + unsafe + BLANK + "]" + any;
  }

  private static void checkLengths(int least, int most) {
    unless(least >= 0 && least <= most, "least", least, "must be 0 to most");
    unless(most >= 1 && most <= MOST, "most", most, "must be 1 to " + MOST);
  }

  /** Length and pattern. */
  private record Form(int least, int most, Pattern pattern) {

    Form(int least, int most, String pattern) {
      this(least, most, Pattern.compile(pattern));
    }

    boolean accepts(String text) {
      int length = text.length() > 2 * most ? -1 : text.codePointCount(0, text.length());
      return length >= least && length <= most && pattern.matcher(text).matches();
    }

    Map<String, Object> schema() {
      Map<String, Object> schema = new LinkedHashMap<>();
      schema.put("type", "string");
      schema.put("minLength", least);
      schema.put("maxLength", most);
      schema.put("pattern", "^(?:" + pattern + ")$");
      return schema;
    }
  }

  private static FieldRule rule(String code, String detail, Form form, Predicate<String> also) {
    return new Leaf(
        form.schema(),
        code,
        detail,
        value -> value instanceof String text && form.accepts(text) && also.test(text));
  }

  /** No half of a surrogate pair, which is no character and no UTF-8. */
  private static boolean isUnicode(String text) {
    return text.codePoints().noneMatch(c -> c >= 0xd800 && c <= 0xdfff);
  }

  private static boolean isMoney(String text) {
    try {
      Money.parse(text);
      return true;
    } catch (IllegalArgumentException | ArithmeticException notMoney) {
      return false;
    }
  }

  private static boolean isDay(String text) {
    try {
      LocalDate.parse(text);
      return true;
    } catch (DateTimeException noSuchDay) {
      return false;
    }
  }
}
