package io.travelsuite.notify.sms;

import org.jspecify.annotations.Nullable;

/** What is known of a message that is about to be sent. */
public sealed interface SmsTry {

  /** It was not sent before; it is noted that it is being sent now. */
  record First() implements SmsTry {}

  /** Somebody is sending it at this moment. */
  record InFlight() implements SmsTry {}

  /**
   * It may have gone out: a try ended without an answer, or never ended. It is noted that it is
   * being sent now.
   */
  record Unclear() implements SmsTry {}

  /**
   * It went out.
   *
   * @param providerId Twilio's id of it, or null where its answer could not be read
   */
  record Done(@Nullable String providerId) implements SmsTry {}
}
