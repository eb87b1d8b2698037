package io.travelsuite.notify.sms;

import java.util.Locale;
import java.util.Optional;

/** How far a message has got, by Twilio's status callbacks. */
public enum SmsStatus {
  /** Twilio has it. */
  QUEUED(1),
  /** Twilio is handing it over. */
  SENDING(2),
  /** The carrier has it. */
  SENT(3),
  /** The telephone has it. */
  DELIVERED(4),
  /** The carrier could not deliver it. */
  UNDELIVERED(4),
  /** Twilio could not hand it over. */
  FAILED(4);

  private final int progress;

  SmsStatus(int progress) {
    this.progress = progress;
  }

  /**
   * {@return how far that is}: callbacks come in any order, and one that is not further than what
   * is known says nothing new. Delivered, undelivered and failed are as far as it gets
   */
  public int progress() {
    return progress;
  }

  /**
   * Reads Twilio's word.
   *
   * @param word such as {@code delivered}
   * @return the status, or empty for a word that says nothing of an outgoing message
   * @see <a
   *     href="https://www.twilio.com/docs/messaging/api/message-resource#message-status-values">
   *     Twilio, message status values</a>
   */
  public static Optional<SmsStatus> of(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "accepted", "scheduled", "queued" -> Optional.of(QUEUED);
      case "sending" -> Optional.of(SENDING);
      case "sent" -> Optional.of(SENT);
      case "delivered", "read" -> Optional.of(DELIVERED);
      case "undelivered" -> Optional.of(UNDELIVERED);
      case "failed", "canceled" -> Optional.of(FAILED);
      default -> Optional.empty();
    };
  }
}
