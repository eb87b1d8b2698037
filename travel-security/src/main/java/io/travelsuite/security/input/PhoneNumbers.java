package io.travelsuite.security.input;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Telephone numbers, by libphonenumber's data of each country's numbering plan. No state of its
 * own; safe for use by many threads.
 */
public final class PhoneNumbers {

  private static final int LONGEST = 40;

  private PhoneNumbers() {}

  /**
   * Reads a number as people write it.
   *
   * @param text what may be one, up to 40 characters: {@code +49 30 1234567}, {@code 030/1234567}
   * @param region for a number without country code: two letters of ISO 3166-1, {@code DE}; or
   *     null, and only numbers with one are read
   * @return the number in E.164, {@code +49301234567}, when it is one of a numbering plan; or
   *     empty. Whether somebody answers only a call can tell
   */
  public static Optional<String> parse(String text, @Nullable String region) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    PhoneNumberUtil plans = PhoneNumberUtil.getInstance();
    try {
      PhoneNumber number = plans.parse(text, region);
      return plans.isValidNumber(number) && !number.hasExtension()
          ? Optional.of(plans.format(number, PhoneNumberUtil.PhoneNumberFormat.E164))
          : Optional.empty();
    } catch (NumberParseException notNumber) {
      return Optional.empty();
    }
  }
}
