package io.travelsuite.security.input;

import io.travelsuite.secret.CardNumbers;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A field without fields of its own. No text of any kind holds a card number. */
record Leaf(
    Map<String, Object> schema, String code, String detail, Predicate<@Nullable Object> accepts)
    implements FieldRule {

  @Override
  public List<Violation> check(String pointer, @Nullable Object value) {
    if (!accepts.test(value)) {
      return List.of(new Violation(pointer, code, detail));
    }
    boolean card = value instanceof String text && CardNumbers.found(text);
    return card
        ? List.of(new Violation(pointer, "card_number", "must not hold a card number"))
        : List.of();
  }

  /** A schema takes 1.0 for whole, and so does this. */
  static boolean isWhole(@Nullable Object value, long least, long most) {
    if (value instanceof BigDecimal || value instanceof Double || value instanceof Float) {
      double real = ((Number) value).doubleValue();
      return real == Math.rint(real) && real >= least && real <= most;
    }
    if (value instanceof BigInteger big) {
      return big.bitLength() < 64 && isWhole(big.longValue(), least, most);
    }
    return value instanceof Number number
        && number.longValue() >= least
        && number.longValue() <= most;
  }
}
