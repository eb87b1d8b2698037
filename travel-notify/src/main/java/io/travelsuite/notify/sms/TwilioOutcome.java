package io.travelsuite.notify.sms;

import io.travelsuite.notify.channel.SendResult;
import io.travelsuite.notify.channel.SendResult.Failed;
import io.travelsuite.notify.channel.SendResult.Refused;
import io.travelsuite.notify.channel.SendResult.Unknown;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What an answer of Twilio's API means.
 *
 * @see <a href="https://www.twilio.com/docs/api/errors">Twilio, errors and warnings</a>
 */
final class TwilioOutcome {

  static final String AUTHENTICATION = "authentication";
  static final String SENDER = "sender-not-usable";
  static final String OPTED_OUT = "opted-out";

  private TwilioOutcome() {}

  /**
   * The result.
   *
   * @param status of HTTP, no success
   * @param code Twilio's, or 0
   * @param retryAfter how long it wants to be left alone, or null
   */
  static SendResult of(int status, int code, @Nullable Duration retryAfter) {
    if (status == 429 || code == 20429) {
      return new Failed("rate-limited", retryAfter);
    }
    if (status == 503) {
      return new Failed("provider-unavailable", retryAfter);
    }
    if (status >= 500 || status == 408) {
      return new Unknown("provider-error"); // it may have taken the message before it failed
    }
    if (status == 401 || status == 403 || status == 404) {
      return code == 21610 ? new Refused(OPTED_OUT) : new Failed(AUTHENTICATION, null);
    }
    return status == 400 ? request(code) : new Failed("http-" + status, retryAfter);
  }

  private static SendResult request(int code) {
    return switch (code) {
      case 21610 -> new Refused(OPTED_OUT);
      case 21211, 21265, 21421 -> new Refused("no-such-number");
      case 21214 -> new Refused("not-reachable");
      case 21408 -> new Refused("region-not-allowed");
      case 21612 -> new Refused("no-route");
      case 21614 -> new Refused("not-a-mobile");
      case 21605, 21617, 21670 -> new Refused("too-long");
      case 21602, 21619 -> new Refused("empty");
      case 21635 -> new Refused("landline");
      case 20003, 20005, 20006, 20008, 20010 -> new Failed(AUTHENTICATION, null);
      case 21212, 21603, 21606, 21607, 21609, 21611, 21659, 21660, 21661, 21701, 21703, 21704 ->
          new Failed(code == 21611 ? "queue-full" : SENDER, null);
      default -> new Refused(code == 0 ? "rejected" : "twilio-" + code);
    };
  }
}
