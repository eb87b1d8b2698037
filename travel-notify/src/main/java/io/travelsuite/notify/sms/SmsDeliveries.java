package io.travelsuite.notify.sms;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The port of where it is kept how far messages have got. Thread-safe. */
public interface SmsDeliveries {

  /**
   * Notes a status, if it is {@link SmsStatus#progress further} than what is known.
   *
   * @param providerId Twilio's id of the message, which may be told of before {@link SmsJournal}
   *     learns it
   * @param status how far it has got
   * @param errorCode Twilio's, or null
   */
  void note(String providerId, SmsStatus status, @Nullable Integer errorCode);

  /**
   * {@return what is known of a message}
   *
   * @param providerId Twilio's id of it
   */
  Optional<SmsDelivery> find(String providerId);
}
