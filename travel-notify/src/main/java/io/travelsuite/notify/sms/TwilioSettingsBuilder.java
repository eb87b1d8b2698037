package io.travelsuite.notify.sms;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.secret.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Builds {@link TwilioSettings}. Not thread-safe. */
public final class TwilioSettingsBuilder {

  private static final int MOST_SEGMENTS = 10; // 1,600 characters are Twilio's own limit
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private final String accountSid;
  private final Secret secret;
  private String user;
  private @Nullable String from;
  private @Nullable String messagingService;
  private @Nullable URI statusCallback;
  private URI apiBase = URI.create("https://api.twilio.com");
  private Duration timeout = Duration.ofSeconds(15);
  private int mostSegments = 6;
  private AfterUnknown afterUnknown = AfterUnknown.AT_MOST_ONCE;

  TwilioSettingsBuilder(String accountSid, Secret secret) {
    checkSid("accountSid", accountSid, "AC");
    this.accountSid = accountSid;
    this.secret = secret;
    user = accountSid;
  }

  private static void checkSid(String field, String sid, String kind) {
    boolean good = sid.matches(kind + "[0-9a-fA-F]{32}");
    unless(good, field, sid, "must be " + kind + " and 32 hexadecimal digits");
  }

  /**
   * Signs in by an API key instead of the account's auth token.
   *
   * @param keySid {@code SK} and 32 hexadecimal digits
   * @return this
   */
  public TwilioSettingsBuilder apiKey(String keySid) {
    checkSid("apiKey", keySid, "SK");
    user = keySid;
    return this;
  }

  /**
   * Sends from a number or by a name.
   *
   * @param sender a number in E.164, or 1 to 11 letters, digits and spaces
   * @return this
   */
  public TwilioSettingsBuilder from(String sender) {
    boolean good = sender.matches("\\+[1-9][0-9]{4,14}|[A-Za-z0-9 ]{1,11}");
    unless(good, "from", sender, "must be a number in E.164 or 1 to 11 letters and digits");
    from = sender;
    return this;
  }

  /**
   * Sends by a messaging service, which chooses a number and heeds opt-outs for all of them.
   *
   * @param sid {@code MG} and 32 hexadecimal digits
   * @return this
   */
  public TwilioSettingsBuilder messagingService(String sid) {
    checkSid("messagingService", sid, "MG");
    messagingService = sid;
    return this;
  }

  /**
   * Has Twilio tell how far each message has got: hand what it posts there to {@link
   * TwilioCallbacks}, verified.
   *
   * @param url public, https
   * @return this
   */
  public TwilioSettingsBuilder statusCallback(URI url) {
    unless("https".equals(url.getScheme()), "statusCallback", url, "must be https");
    statusCallback = url;
    return this;
  }

  /**
   * Where the API is: for tests, and for another region.
   *
   * @param url https, or http on this machine; without a path
   * @return this
   */
  public TwilioSettingsBuilder apiBase(URI url) {
    boolean local = "http".equals(url.getScheme()) && LOOPBACK.contains(url.getHost());
    unless("https".equals(url.getScheme()) || local, "apiBase", url, "must be https");
    apiBase = url;
    return this;
  }

  /**
   * How long an answer may take; after that nobody knows whether the message went out.
   *
   * @param most 15 seconds by default; 1 millisecond to 5 minutes
   * @return this
   */
  public TwilioSettingsBuilder timeout(Duration most) {
    boolean good = most.toMillis() >= 1 && most.compareTo(Duration.ofMinutes(5)) <= 0;
    unless(good, "timeout", most, "must be 1 millisecond to 5 minutes");
    timeout = most;
    return this;
  }

  /**
   * How many segments a message may have; a longer one is refused, and not cut.
   *
   * @param most 6 by default; 1 to 10
   * @return this
   */
  public TwilioSettingsBuilder mostSegments(int most) {
    unless(most >= 1 && most <= MOST_SEGMENTS, "mostSegments", most, "must be 1 to 10");
    mostSegments = most;
    return this;
  }

  /**
   * What happens to a message of which nobody knows whether it went out.
   *
   * @param what {@link AfterUnknown#AT_MOST_ONCE} by default
   * @return this
   */
  public TwilioSettingsBuilder afterUnknown(AfterUnknown what) {
    afterUnknown = what;
    return this;
  }

  /**
   * {@return the settings}
   *
   * @throws io.travelsuite.InvalidRequestException unless there is a sender or a messaging service,
   *     and not both
   */
  public TwilioSettings build() {
    boolean one = (from == null) != (messagingService == null);
    unless(one, "from", from, "must be set, or messagingService, and not both");
    return new TwilioSettings(
        accountSid,
        user,
        secret,
        from,
        messagingService,
        statusCallback,
        apiBase,
        timeout,
        mostSegments,
        afterUnknown);
  }
}
