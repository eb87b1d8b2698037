package io.travelsuite.jdbc;

import io.travelsuite.price.DateRange;
import io.travelsuite.price.PriceScope;
import io.travelsuite.price.PutResult;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds rules of which neither beats the other. */
final class PriceTies {

  private PriceTies() {}

  /** Two of these that tie, or null. */
  static PutResult.@Nullable RulesTie find(Collection<PriceScope> scopes) {
    Map<PriceScope, List<PriceScope>> alike = new HashMap<>();
    for (PriceScope scope : scopes) {
      alike.computeIfAbsent(scope.dates(DateRange.ALWAYS), s -> new ArrayList<>()).add(scope);
    }
    for (List<PriceScope> group : alike.values()) {
      PutResult.RulesTie tie = findAlike(group);
      if (tie != null) {
        return tie;
      }
    }
    return null;
  }

  /** Of ranges of one length, by their first date, two meet only if two neighbours do. */
  private static PutResult.@Nullable RulesTie findAlike(List<PriceScope> group) {
    group.sort(
        Comparator.comparingLong((PriceScope scope) -> scope.dates().days())
            .thenComparing(scope -> scope.dates().first()));
    for (int i = 1; i < group.size(); i++) {
      if (group.get(i - 1).ties(group.get(i))) {
        return new PutResult.RulesTie(group.get(i - 1), group.get(i));
      }
    }
    return null;
  }
}
