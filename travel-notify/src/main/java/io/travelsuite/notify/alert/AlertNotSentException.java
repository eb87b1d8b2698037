package io.travelsuite.notify.alert;

import io.travelsuite.TravelException;
import io.travelsuite.notify.channel.SendResult;
import java.io.Serial;

/** An alert that was not taken over: the relay tries it again. Tells why in a short stable word. */
public final class AlertNotSentException extends TravelException {

  @Serial private static final long serialVersionUID = 1L;

  AlertNotSentException(SendResult result) {
    super("the alert was not sent: " + why(result), null);
  }

  private static String why(SendResult result) {
    if (result instanceof SendResult.Failed failed) {
      return failed.reason();
    }
    if (result instanceof SendResult.Refused refused) {
      return refused.reason();
    }
    return result instanceof SendResult.Unknown unknown ? unknown.reason() : "unknown";
  }
}
