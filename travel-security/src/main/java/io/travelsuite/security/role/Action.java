package io.travelsuite.security.role;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.inventory.OperatorId;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody wants to do.
 *
 * @param permission what permits it
 * @param operator whose booking, product or payment it is done to
 * @param about what it is done to, 1 to 255 characters: a booking's id, a refund's key; what a
 *     second person approves is this and nothing else
 * @param amount how much, or null where there is no amount
 */
public record Action(
    Permission permission, OperatorId operator, String about, @Nullable Money amount) {

  /** Checks the length. */
  public Action {
    unless(!about.isBlank() && about.length() <= 255, "about", about, "must have 1 to 255");
  }

  /** {@return the action in words} */
  @Override
  public String toString() {
    String much = amount == null ? "" : " of " + amount;
    return permission + much + " on " + about + " at operator " + operator;
  }
}
