package io.travelsuite.security.role;

import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * That something takes two people.
 *
 * @param permission what
 * @param above only above this amount; null for always. An action without an amount, or in another
 *     currency, takes two as well
 */
public record TwoPersonRule(Permission permission, @Nullable Money above) {

  boolean concerns(Action action) {
    if (!permission.equals(action.permission())) {
      return false;
    }
    Money amount = action.amount();
    return above == null
        || amount == null
        || !amount.isSameCurrency(above)
        || amount.isGreaterThan(above);
  }
}
