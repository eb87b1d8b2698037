package io.travelsuite.jdbc;

import io.travelsuite.secret.CardNumbers;

/** Why something was not done, as it is kept for people who look. */
final class Why {

  private static final int LONGEST = 255;

  private Why() {}

  /** Without what it says: messages quote customers, and drivers quote values. */
  static String thrown(Throwable cause) {
    StackTraceElement[] frames = cause.getStackTrace();
    return cause.getClass().getName() + (frames.length == 0 ? "" : " at " + frames[0]);
  }

  /** Without card numbers, and cut to what the column takes. */
  static String kept(String why) {
    String redacted = CardNumbers.redact(why);
    return redacted.length() <= LONGEST ? redacted : redacted.substring(0, LONGEST);
  }
}
