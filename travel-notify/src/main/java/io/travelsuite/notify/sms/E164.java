package io.travelsuite.notify.sms;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;

/** Numbers as Twilio takes them: {@code +}, country code and number, by each country's plan. */
final class E164 {

  private static final int LONGEST = 16;

  private E164() {}

  /** Whether a text is a number of a numbering plan, in exactly that form. */
  static boolean is(String text) {
    if (text.length() > LONGEST) {
      return false;
    }
    PhoneNumberUtil plans = PhoneNumberUtil.getInstance();
    try {
      PhoneNumber number = plans.parse(text, null);
      return plans.isValidNumber(number)
          && plans.format(number, PhoneNumberUtil.PhoneNumberFormat.E164).equals(text);
    } catch (NumberParseException notNumber) {
      return false;
    }
  }
}
