package io.travelsuite.payments.ledger;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.booking.BookingId;
import io.travelsuite.secret.CardNumbers;
import java.util.regex.Pattern;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The intent to be paid, recorded before a provider hears of it; it never changes.
 *
 * @param account who is paid, through what
 * @param key the host's idempotency key, unique in the account: 1 to 255 printable ASCII characters
 * @param booking what is paid for
 * @param amount how much, positive
 * @param method how
 * @param description what the customer reads on the provider's page, 1 to 200 characters
 * @param customer the host's opaque id of who pays, 1 to 100 characters, or null
 */
public record Payment(
    Account account,
    String key,
    BookingId booking,
    Money amount,
    PaymentMethod method,
    String description,
    @Nullable String customer) {

  private static final Pattern KEY = Pattern.compile("[ -~]{1,255}");

  /** Checks the ranges, and that no card number is among the texts. */
  public Payment {
    checkKey("key", key);
    unless(amount.isPositive(), "amount", amount, "must be positive");
    unless(
        !description.isBlank() && description.length() <= 200,
        "description",
        description.length() + " characters",
        "must be 1 to 200 characters");
    CardNumbers.refuse("description", description);
    unless(
        customer == null || (!customer.isBlank() && customer.length() <= 100),
        "customer",
        customer,
        "must be 1 to 100 characters");
    CardNumbers.refuse("customer", customer);
  }

  /** {@return our name for it: a function of account and key} */
  public PaymentReference reference() {
    return PaymentReference.of(account, key);
  }

  /**
   * Checks a host's key.
   *
   * @param field what it is, for the message
   * @param key 1 to 255 printable ASCII characters, no card number
   */
  public static void checkKey(String field, String key) {
    boolean formed = KEY.matcher(key).matches();
    unless(formed, field, key.length() + " characters", "must be 1 to 255 printable ASCII");
    CardNumbers.refuse(field, key);
  }
}
