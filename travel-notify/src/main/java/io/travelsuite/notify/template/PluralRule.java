package io.travelsuite.notify.template;

import java.util.Set;
import java.util.function.LongFunction;

/**
 * Which form of a word a number takes: the cardinal rules of <a
 * href="https://cldr.unicode.org/index/cldr-spec/plural-rules">CLDR</a> for whole numbers.
 *
 * @param forms the categories that {@code form} answers, of {@code zero one two few many other};
 *     each word that counts must have them all
 * @param form the category of a number, which is not negative
 */
public record PluralRule(Set<String> forms, LongFunction<String> form) {

  /** One, and all others: English, German, Dutch, Italian, the Scandinavian languages. */
  public static final PluralRule ONE_OTHER =
      new PluralRule(Set.of("one", "other"), n -> n == 1 ? "one" : "other");

  /** One, two, and all others: Hebrew (since CLDR 42, which dropped "many"). */
  public static final PluralRule ONE_TWO_OTHER =
      new PluralRule(Set.of("one", "two", "other"), n -> n == 1 ? "one" : n == 2 ? "two" : "other");

  /** Copies the categories. */
  public PluralRule {
    forms = Set.copyOf(forms);
  }
}
