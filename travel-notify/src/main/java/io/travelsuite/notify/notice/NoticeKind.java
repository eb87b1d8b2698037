package io.travelsuite.notify.notice;

import java.util.Locale;

/** What a message tells. */
public enum NoticeKind {
  /** Units are held until a deadline; pay to keep them. */
  HELD,
  /** Paid and sold; the tickets come along. */
  CONFIRMED,
  /** Lines or times are others than before; new tickets replace the old ones. */
  CHANGED,
  /** Given back, with what is refunded. */
  CANCELLED,
  /** A payment did not go through. */
  PAYMENT_FAILED,
  /** It departs soon. */
  REMINDER;

  private final String text = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /** {@return as files and words name it, such as {@code payment-failed}} */
  public String text() {
    return text;
  }
}
