package io.travelsuite.notify.webhook;

import io.travelsuite.InvalidRequestException;
import io.travelsuite.notify.channel.SendResult;
import io.travelsuite.secret.Secret;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sends webhooks by Standard Webhooks 1.0.0: signed, to a public address that was checked,
 * following no redirect and reading nothing but the header of the answer. Thread-safe; holds no
 * connection between calls.
 *
 * <pre>{@code
 * PartnerSender sender = PartnerSender.of(secrets, clock, Egress.DEFAULT);
 * }</pre>
 */
public final class PartnerSender {

  /** The reason of {@link SendResult.Refused} when the partner wants no more: status 410. */
  public static final String GONE = "gone";

  /** The reason of {@link SendResult.Refused} when the body is larger than 64 KiB. */
  public static final String TOO_LARGE = "too-large";

  /** The longest that another side's Retry-After is heeded. */
  public static final Duration LONGEST_RETRY_AFTER = Duration.ofHours(24);

  private static final int MOST_BYTES = 64 * 1024;
  private static final int STATUS_GONE = 410;

  private final EndpointSecrets secrets;
  private final Clock clock;
  private final Egress egress;
  private final PinnedPost post;

  private PartnerSender(EndpointSecrets secrets, Clock clock, Egress egress) {
    this.secrets = secrets;
    this.clock = clock;
    this.egress = egress;
    post = new PinnedPost(egress);
  }

  /**
   * {@return a sender}
   *
   * @param secrets where the host keeps the secrets of endpoints
   * @param clock what the time of a try is read from; receivers refuse what is 5 minutes off
   * @param egress where webhooks may go
   */
  public static PartnerSender of(EndpointSecrets secrets, Clock clock, Egress egress) {
    return new PartnerSender(secrets, clock, egress);
  }

  /** {@return where webhooks may go} */
  public Egress egress() {
    return egress;
  }

  /**
   * Sends a webhook once.
   *
   * @param delivery what, and where to
   * @return {@link SendResult.Sent} for 2xx; {@link SendResult.Refused} with {@link #GONE} for 410
   *     or {@link #TOO_LARGE}; {@link SendResult.Unknown} when the request went out and no answer
   *     came; else {@link SendResult.Failed} with {@code http-503} and the like, {@code no-secret},
   *     {@code no-address}, {@code address-refused}, {@code url-refused}, {@code connection},
   *     {@code connect-timeout}, {@code tls}, {@code timeout} or {@code bad-answer}, and the
   *     answer's Retry-After, at most 24 hours
   */
  public SendResult send(PartnerDelivery delivery) {
    byte[] body = delivery.bytes();
    if (body.length > MOST_BYTES) {
      return new SendResult.Refused(TOO_LARGE);
    }
    PartnerUrl url = delivery.endpoint().url();
    if (!egress.ports().contains(url.port()) || !(url.secure() || egress.plain())) {
      return new SendResult.Failed("url-refused", null); // allowed once, and no more
    }
    Instant now = clock.instant();
    List<Secret> signing;
    try {
      signing = secrets(delivery.endpoint(), now);
    } catch (RuntimeException e) { // a vault that is down stops no other endpoint
      return new SendResult.Failed("no-secret", null);
    }
    if (signing.isEmpty()) {
      return new SendResult.Failed("no-secret", null);
    }
    try {
      return result(post.send(url, headers(delivery, signing, now), body), now);
    } catch (InvalidRequestException e) { // of the secret alone: the id is ours
      return new SendResult.Failed("bad-secret", null);
    }
  }

  private static Map<String, String> headers(
      PartnerDelivery delivery, List<Secret> signing, Instant now) {
    String id = delivery.webhookId();
    long seconds = now.getEpochSecond();
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", "application/json");
    headers.put("User-Agent", "travel-suite-webhooks/1");
    headers.put("webhook-id", id);
    headers.put("webhook-timestamp", Long.toString(seconds));
    headers.put(
        "webhook-signature", StandardSignature.sign(signing, id, seconds, delivery.bytes()));
    return headers;
  }

  /** The newest first; nothing if the newest is missing. */
  private List<Secret> secrets(PartnerEndpoint endpoint, Instant now) {
    SigningKeys keys = endpoint.keys();
    List<Secret> found = new ArrayList<>();
    Optional<Secret> current = secrets.secret(endpoint.id(), keys.current());
    current.ifPresent(found::add);
    if (current.isPresent() && keys.previousSigns(now)) {
      secrets.secret(endpoint.id(), keys.current() - 1).ifPresent(found::add);
    }
    return found;
  }

  private static SendResult result(PinnedPost.Outcome outcome, Instant now) {
    int status = outcome.status();
    if (status == 0 || status / 100 == 2) {
      return outcome.without();
    }
    return status == STATUS_GONE
        ? new SendResult.Refused(GONE)
        : new SendResult.Failed("http-" + status, retryAfter(outcome.retryAfter(), now));
  }

  /** Of RFC 9110, 10.2.3: seconds or a date; what is neither is as good as none. */
  static @Nullable Duration retryAfter(@Nullable String field, Instant now) {
    if (field == null) {
      return null;
    }
    Duration wait;
    try {
      wait =
          field.matches("[0-9]{1,9}")
              ? Duration.ofSeconds(Long.parseLong(field))
              : Duration.between(
                  now,
                  ZonedDateTime.parse(field, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException e) {
      return null;
    }
    if (wait.isNegative() || wait.isZero()) {
      return null;
    }
    return wait.compareTo(LONGEST_RETRY_AFTER) > 0 ? LONGEST_RETRY_AFTER : wait;
  }
}
