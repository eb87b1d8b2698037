package io.travelsuite;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A request that can never be carried out as it stands; names the field and what is wrong. */
public final class InvalidRequestException extends TravelException {

  @Serial private static final long serialVersionUID = 1L;

  /** The field's name. */
  private final String field;

  /**
   * A request refused for one of its fields.
   *
   * @param field the name of the offending field
   * @param value the offending value
   * @param rule what the field must be
   */
  public InvalidRequestException(String field, @Nullable Object value, String rule) {
    super(field + " " + rule + ", was: " + abbreviated(value), null);
    this.field = field;
  }

  /** {@return the name of the offending field} */
  public String field() {
    return field;
  }

  /**
   * Throws unless a condition holds.
   *
   * @param condition what must hold
   * @param field the name of the field
   * @param value the value looked at
   * @param rule what the field must be, as the message will say
   */
  public static void unless(boolean condition, String field, @Nullable Object value, String rule) {
    if (!condition) {
      throw new InvalidRequestException(field, value, rule);
    }
  }

  /**
   * Throws unless a value is in a range.
   *
   * @param <T> what has an order
   * @param field the name of the field
   * @param value the value looked at
   * @param least the least that it may be
   * @param most the most that it may be
   */
  public static <T extends Comparable<T>> void within(String field, T value, T least, T most) {
    boolean fits = value.compareTo(least) >= 0 && value.compareTo(most) <= 0;
    unless(fits, field, value, "must be " + least + " to " + most);
  }

  /** An attacker's megabyte does not end in a log line. */
  private static String abbreviated(@Nullable Object value) {
    String text = String.valueOf(value);
    return text.length() <= 100 ? text : text.substring(0, 100) + "… (" + text.length() + ")";
  }
}
