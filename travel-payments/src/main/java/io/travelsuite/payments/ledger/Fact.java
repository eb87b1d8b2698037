package io.travelsuite.payments.ledger;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.Mode;
import io.travelsuite.secret.CardNumbers;
import java.util.Locale;
import java.util.regex.Pattern;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened at a provider. The same fact is told by the answer to a call, by a
 * redirect, by a webhook and by a look-up, and happened once: it is unique on provider, mode,
 * object and transition.
 *
 * @param provider the provider's name as the host configured it
 * @param mode whether money moved
 * @param reference our name for the payment, or null when the provider did not tell it
 * @param payment the provider's name for the payment, 1 to 255 printable ASCII characters
 * @param object the provider's name for what changed: the payment, one capture, one refund, one
 *     dispute; 1 to 255 printable ASCII characters
 * @param transition what happened to it
 * @param amount how much, not negative
 * @param instrument the provider's fingerprint of the card or account that paid, or null; never a
 *     number. Not kept: it is only counted
 */
public record Fact(
    String provider,
    Mode mode,
    @Nullable PaymentReference reference,
    String payment,
    String object,
    Transition transition,
    Money amount,
    @Nullable String instrument) {

  private static final Pattern NAME = Pattern.compile("[!-~]{1,255}");

  /** Checks the names. */
  public Fact {
    unless(NAME.matcher(payment).matches(), "payment", "(hidden)", "must be 1 to 255 ASCII");
    unless(NAME.matcher(object).matches(), "object", "(hidden)", "must be 1 to 255 ASCII");
    unless(!amount.isNegative(), "amount", amount, "must not be negative");
    CardNumbers.refuse("instrument", instrument);
  }

  /** What is unique among facts. */
  record Key(String provider, Mode mode, String object, Transition transition) {}

  Key uniqueKey() {
    return new Key(provider, mode, object, transition);
  }

  /**
   * {@return whether another tells the same: of the same object, transition and amount}
   *
   * @param other a fact
   */
  public boolean same(Fact other) {
    return uniqueKey().equals(other.uniqueKey()) && amount.equals(other.amount);
  }

  /**
   * {@return the same with our name for the payment}
   *
   * @param known our name for it
   */
  public Fact about(PaymentReference known) {
    return new Fact(provider, mode, known, payment, object, transition, amount, instrument);
  }

  /** {@return a line for people: {@code captured ch_1 EUR 10.00}} */
  public String text() {
    return transition.name().toLowerCase(Locale.ROOT) + " " + object + " " + amount;
  }
}
