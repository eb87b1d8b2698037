package io.travelsuite.payments.ledger;

import static io.travelsuite.InvalidRequestException.unless;

import java.util.regex.Pattern;

/**
 * Our name for a payment, which the provider is told and tells us back.
 *
 * @param value {@code pay_} and 32 small letters
 */
public record PaymentReference(String value) {

  private static final Pattern FORM = Pattern.compile("pay_[a-z]{32}");

  /** Checks the form. */
  public PaymentReference {
    unless(FORM.matcher(value).matches(), "reference", value, "must be pay_ and 32 letters");
  }

  /**
   * {@return the reference of the payment under a key: the same key in the same scope is the same
   * payment}
   *
   * @param scope whose payment
   * @param key the host's key
   */
  public static PaymentReference of(Account scope, String key) {
    return new PaymentReference(
        "pay_" + ProviderKey.letters(ProviderKey.digest(scope, key, "payment"), 16));
  }

  /**
   * {@return whether a text has the form of a reference: what a provider tells may be anything}
   *
   * @param text any text
   */
  public static boolean isOne(String text) {
    return FORM.matcher(text).matches();
  }

  /** {@return the value} */
  @Override
  public String toString() {
    return value;
  }
}
