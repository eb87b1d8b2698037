package io.travelsuite.notify.sms;

import io.travelsuite.Mode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The port of what is known of each message by its key: since Twilio does not tell a repeated
 * request, this does. Thread-safe, and shared by all processes.
 */
public interface SmsJournal {

  /**
   * Begins a try, unless the message went out or is being sent.
   *
   * @param mode the message's
   * @param key the message's
   * @param longest how long a try may take: an older one that has not ended is of a process that
   *     died
   * @return what is known
   */
  SmsTry begin(Mode mode, String key, Duration longest);

  /**
   * The try that began sent it.
   *
   * @param mode the message's
   * @param key the message's
   * @param providerId Twilio's id of it, or null
   */
  void sent(Mode mode, String key, @Nullable String providerId);

  /**
   * The try that began surely did not send it. If an earlier one may have, that is still so.
   *
   * @param mode the message's
   * @param key the message's
   */
  void notSent(Mode mode, String key);

  /**
   * The try that began may have sent it.
   *
   * @param mode the message's
   * @param key the message's
   */
  void unclear(Mode mode, String key);
}
