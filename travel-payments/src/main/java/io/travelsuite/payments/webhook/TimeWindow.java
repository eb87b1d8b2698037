package io.travelsuite.payments.webhook;

import static io.travelsuite.payments.webhook.Refusal.unless;

/** Refuses timestamps too far from the clock, in both directions. The bounds themselves are in. */
final class TimeWindow {

  /** More digits are no timestamp of our times, in any unit, and would not fit. */
  private static final int MOST_DIGITS = 15;

  private TimeWindow() {}

  /** Reads the digits of a timestamp, no sign, no spaces. */
  static long parsed(String digits) throws Refusal {
    boolean digitsOnly = !digits.isEmpty() && digits.length() <= MOST_DIGITS;
    for (int i = 0; digitsOnly && i < digits.length(); i++) {
      digitsOnly = digits.charAt(i) >= '0' && digits.charAt(i) <= '9';
    }
    unless(digitsOnly, RejectionReason.MALFORMED_HEADER);
    return Long.parseLong(digits);
  }

  /** Judges whole seconds since 1970 by whole seconds of the clock, as the vendors do. */
  static void checkSeconds(VerifierSettings settings, long seconds) throws Refusal {
    check(settings, Math.multiplyExact(seconds, 1000), settings.clock().millis() / 1000 * 1000);
  }

  /** Judges milliseconds since 1970. */
  static void checkMillis(VerifierSettings settings, long millis) throws Refusal {
    check(settings, millis, settings.clock().millis());
  }

  private static void check(VerifierSettings settings, long millis, long now) throws Refusal {
    long tolerance = settings.tolerance().toMillis();
    unless(millis >= now - tolerance, RejectionReason.TIMESTAMP_TOO_OLD);
    unless(millis <= now + tolerance, RejectionReason.TIMESTAMP_TOO_NEW);
  }
}
