package io.travelsuite.notify.sms;

import io.travelsuite.secret.Secret;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A Twilio account and how to send by it. Immutable; made by {@link #builder}.
 *
 * @param accountSid the account, {@code AC…}
 * @param user who signs in: the account, or an API key, {@code SK…}
 * @param secret the account's auth token, or the key's secret
 * @param from a number in E.164 or a sender's name; null with a messaging service
 * @param messagingService a messaging service, {@code MG…}; null with a sender
 * @param statusCallback where Twilio tells how far a message has got, or null
 * @param apiBase where its API is
 * @param timeout for a whole answer
 * @param mostSegments of a message
 * @param afterUnknown what happens to a message of which nobody knows whether it went out
 */
public record TwilioSettings(
    String accountSid,
    String user,
    Secret secret,
    @Nullable String from,
    @Nullable String messagingService,
    @Nullable URI statusCallback,
    URI apiBase,
    Duration timeout,
    int mostSegments,
    AfterUnknown afterUnknown) {

  /**
   * {@return a builder}: at most once, 6 segments, 15 seconds
   *
   * @param accountSid the account, {@code AC} and 32 hexadecimal digits
   * @param authToken its auth token, or with {@link TwilioSettingsBuilder#apiKey} the key's secret
   */
  public static TwilioSettingsBuilder builder(String accountSid, Secret authToken) {
    return new TwilioSettingsBuilder(accountSid, authToken);
  }

  /** {@return a text with the account alone} */
  @Override
  public String toString() {
    return "TwilioSettings[" + accountSid + "]";
  }
}
