package io.travelsuite.security.input;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one field must be: checked here, and told to clients as JSON Schema by the same data. Where
 * a schema can't say all (a telephone number that exists, the 30th of February, a card number
 * within a text) the check is the stricter of the two: what it accepts, the schema accepts.
 * Immutable; safe for use by many threads; time linear in the length of the value.
 *
 * <p>Values are those that a JSON parser gives: text, numbers, booleans, lists and maps.
 */
public sealed interface FieldRule permits Leaf, ListRule, InputRules {

  /**
   * Checks a value.
   *
   * @param pointer where it is, for the violations
   * @param value the value
   * @return what is wrong with it; empty when nothing is
   */
  List<Violation> check(String pointer, @Nullable Object value);

  /** {@return the rule as a JSON Schema of draft 2020-12, as maps and lists} */
  Map<String, Object> schema();

  /**
   * {@return one line of free text: no control and no bidirectional characters, no card number}
   *
   * @param least how many code points, 0 or more; from 1 on it must not be blank
   * @param most how many code points, at most 10,000
   */
  static FieldRule text(int least, int most) {
    return TextRules.text("text", least, most);
  }

  /**
   * {@return free text of several lines, otherwise as {@link #text}}
   *
   * @param least how many code points, 0 or more; from 1 on it must not be blank
   * @param most how many code points, at most 10,000
   */
  static FieldRule lines(int least, int most) {
    return TextRules.lines(least, most);
  }

  /** {@return a person's name: one line of 1 to 200 code points of any script} */
  static FieldRule name() {
    return TextRules.text("name", 1, 200);
  }

  /** {@return an e-mail address as {@link EmailAddresses} takes it} */
  static FieldRule email() {
    return TextRules.email();
  }

  /** {@return a telephone number that exists, in E.164: {@code +49301234567}} */
  static FieldRule phone() {
    return TextRules.phone();
  }

  /** {@return a reference: 1 to 64 of A–Z a–z 0–9 . _ -, a letter or digit first} */
  static FieldRule reference() {
    return TextRules.reference();
  }

  /**
   * {@return an amount of money that is not negative, {@code EUR 12.50}: a currency of ISO 4217, a
   * space, and at most as many decimals as it has}
   */
  static FieldRule money() {
    return TextRules.money();
  }

  /** {@return a day that there is, {@code 2027-02-28} (RFC 3339, full-date)} */
  static FieldRule date() {
    return TextRules.date();
  }

  /**
   * {@return a whole number}
   *
   * @param least the smallest
   * @param most the largest
   */
  static FieldRule integer(long least, long most) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "integer");
    schema.put("minimum", least);
    schema.put("maximum", most);
    String detail = "must be a whole number from " + least + " to " + most;
    return new Leaf(schema, "integer", detail, value -> Leaf.isWhole(value, least, most));
  }

  /** {@return true or false} */
  static FieldRule bool() {
    Map<String, Object> schema = Map.of("type", "boolean");
    return new Leaf(schema, "boolean", "must be true or false", Boolean.class::isInstance);
  }

  /**
   * {@return one of a few texts: what to sort by, say. What ends in a statement of SQL as an
   * identifier is chosen so, never passed on}
   *
   * @param texts the texts
   */
  static FieldRule oneOf(String... texts) {
    List<String> all = List.of(texts);
    String detail = "must be one of " + String.join(", ", texts);
    return new Leaf(
        Map.of("enum", all), "choice", detail, value -> value != null && all.contains(value));
  }

  /**
   * {@return a list}
   *
   * @param each what its elements must be
   * @param most how many, at most 1,000
   */
  static FieldRule list(FieldRule each, int most) {
    return new ListRule(each, most);
  }
}
