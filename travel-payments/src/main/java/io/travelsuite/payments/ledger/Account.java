package io.travelsuite.payments.ledger;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.Mode;
import io.travelsuite.inventory.OperatorId;
import java.util.regex.Pattern;

/**
 * Who is paid, through what, and whether it is real: the scope of payment keys.
 *
 * @param operator who sells
 * @param provider the provider's name as the host configured it, 1 to 32 of {@code A–Z a–z 0–9 . _
 *     -}; two accounts at one provider have two names
 * @param mode whether money moves
 */
public record Account(OperatorId operator, String provider, Mode mode) {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,32}");

  /** Checks the provider's name. */
  public Account {
    unless(
        NAME.matcher(provider).matches(),
        "provider",
        provider,
        "must be 1 to 32 of A-Z a-z 0-9 . _ -");
  }
}
