package io.travelsuite.notify.sms;

import io.travelsuite.notify.channel.SendResult;
import java.io.Serial;

/** Carries a result through the SDK; none of Twilio's words, which quote numbers. */
final class TwilioCallException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  private final transient SendResult result;

  TwilioCallException(SendResult result) {
    super("no success", null, false, false);
    this.result = result;
  }

  SendResult result() {
    return result;
  }
}
