package io.travelsuite.notify.sms;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.travelsuite.Mode;
import io.travelsuite.notify.address.AddressHashes;
import io.travelsuite.notify.address.AddressMarks;
import io.travelsuite.notify.address.MarkReason;
import io.travelsuite.webhook.VerifiedWebhook;
import java.net.URLDecoder;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes what Twilio posts of messages: of those sent how far they have got, of those received who
 * wants no more ({@code STOP}) or some again ({@code START}). Thread-safe; told the same twice, or
 * in another order, it comes to the same.
 *
 * @see <a href="https://www.twilio.com/docs/messaging/guides/track-outbound-message-status">Twilio,
 *     message status callbacks</a>
 * @see <a href="https://www.twilio.com/docs/messaging/tutorials/advanced-opt-out">Twilio, opt-out
 *     keywords</a>
 */
public final class TwilioCallbacks {

  private static final int OPTED_OUT = 21610;
  private static final Set<String> STOP =
      Set.of("STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT");
  private static final Set<String> START = Set.of("START", "YES", "UNSTOP");

  private final SmsDeliveries deliveries;
  private final AddressMarks marks;
  private final AddressHashes hashes;
  private final Mode mode;

  private TwilioCallbacks(
      SmsDeliveries deliveries, AddressMarks marks, AddressHashes hashes, Mode mode) {
    this.deliveries = deliveries;
    this.marks = marks;
    this.hashes = hashes;
    this.mode = mode;
  }

  /**
   * A handler.
   *
   * @param deliveries where it is kept how far messages have got
   * @param marks where marks are kept
   * @param hashes makes hashes of numbers
   * @param mode of webhooks that do not tell theirs
   * @return the handler
   */
  public static TwilioCallbacks of(
      SmsDeliveries deliveries, AddressMarks marks, AddressHashes hashes, Mode mode) {
    return new TwilioCallbacks(deliveries, marks, hashes, mode);
  }

  /**
   * Takes one.
   *
   * @param webhook verified by Twilio's signature; one whose content is not signed says nothing
   * @return whether it told of something
   * @throws io.travelsuite.StorageException when it could not be kept: hand it in again
   */
  public boolean handle(VerifiedWebhook webhook) {
    if (webhook.trust().needsFetchBack() || !webhook.provider().equals("twilio")) {
      return false;
    }
    Map<String, String> form = form(webhook.body());
    Mode told = Objects.requireNonNullElse(webhook.mode(), mode);
    return "received".equals(form.get("SmsStatus")) ? received(told, form) : progressed(told, form);
  }

  private boolean progressed(Mode told, Map<String, String> form) {
    String sid = form.getOrDefault("MessageSid", "");
    Optional<SmsStatus> status = SmsStatus.of(form.getOrDefault("MessageStatus", ""));
    if (!sid.matches("[A-Za-z0-9]{1,64}") || status.isEmpty()) {
      return false;
    }
    Integer code = code(form.getOrDefault("ErrorCode", ""));
    deliveries.note(sid, status.get(), code);
    String to = form.getOrDefault("To", "");
    if (code != null && code == OPTED_OUT && !to.isEmpty()) {
      marks.mark(told, hashes.hash("sms", to), MarkReason.OPTED_OUT);
    }
    return true;
  }

  private static @Nullable Integer code(String digits) {
    return digits.matches("[0-9]{1,9}") ? Integer.valueOf(digits) : null;
  }

  private boolean received(Mode told, Map<String, String> form) {
    String from = form.getOrDefault("From", "");
    String word =
        form.getOrDefault("OptOutType", form.getOrDefault("Body", ""))
            .strip()
            .toUpperCase(Locale.ROOT);
    if (STOP.contains(word)) {
      marks.mark(told, hashes.hash("sms", from), MarkReason.OPTED_OUT);
      return true;
    }
    if (START.contains(word)) {
      marks.clear(told, hashes.hashes("sms", from), MarkReason.OPTED_OUT);
      return true;
    }
    return false;
  }

  private static Map<String, String> form(byte[] body) {
    Map<String, String> form = new HashMap<>();
    for (String pair : new String(body, UTF_8).split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        form.putIfAbsent(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
      }
    }
    return form;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return "";
    }
  }
}
