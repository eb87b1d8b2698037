package io.travelsuite.booking;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.secret.CardNumbers;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Who booked. Every part may be unknown. The text form shows none of it, so that it never reaches a
 * log.
 *
 * @param name 1 to 200 characters, no card number among them
 * @param email 3 to 254 characters with an {@code @} (RFC 5321); not verified
 * @param phone 3 to 32 characters, E.164 preferred; not verified
 * @param locale the language to write in
 */
public record Customer(
    @Nullable String name,
    @Nullable String email,
    @Nullable String phone,
    @Nullable Locale locale) {

  /** Nobody we know of. */
  public static final Customer UNKNOWN = new Customer(null, null, null, null);

  /** Checks the lengths; a message tells a length, never the value. */
  public Customer {
    checkLength("customer.name", name, 1, 200);
    CardNumbers.refuse("customer.name", name);
    checkLength("customer.email", email, 3, 254);
    unless(email == null || email.indexOf('@') > 0, "customer.email", "…", "must contain an @");
    checkLength("customer.phone", phone, 3, 32);
    checkLength("customer.locale", locale == null ? null : locale.toLanguageTag(), 1, 35);
  }

  /**
   * {@return a customer known by name and e-mail}
   *
   * @param name 1 to 200 characters
   * @param email 3 to 254 characters with an {@code @}
   */
  public static Customer of(String name, String email) {
    return new Customer(name, email, null, null);
  }

  private static void checkLength(String field, @Nullable String value, int least, int most) {
    unless(
        value == null || (value.length() >= least && value.length() <= most),
        field,
        value == null ? null : value.length() + " characters",
        "must be " + least + " to " + most + " characters");
  }

  /** {@return a text that tells nothing about the person} */
  @Override
  public String toString() {
    return "Customer[…]";
  }
}
