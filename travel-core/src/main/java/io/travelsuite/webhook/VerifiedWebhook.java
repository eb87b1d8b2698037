package io.travelsuite.webhook;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.Mode;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One event of an incoming webhook, behind the verifier of its provider. A delivery of several
 * events is several of these. Immutable and safe for use by many threads.
 *
 * @param provider the provider's short name, such as {@code stripe}
 * @param account which of the host's accounts with the provider it is for, as the host named it
 * @param mode whether it is about real money; null if neither the provider nor the host's settings
 *     say so, and then it must not touch a payment
 * @param eventId what tells a delivery again from another event: unique within provider, account
 *     and mode; 1 to 255 characters
 * @param eventType what happened, in the provider's words; empty if it does not say
 * @param objectId the provider's id of what it happened to (a payment, an order), by which to read
 *     it back; null if it does not say
 * @param body the event as it came, copied
 * @param trust how far {@code eventType}, {@code objectId} and {@code body} may be believed
 */
@SuppressWarnings("ArrayRecordComponent") // copied in and out, and compared by its bytes
public record VerifiedWebhook(
    String provider,
    String account,
    @Nullable Mode mode,
    String eventId,
    String eventType,
    @Nullable String objectId,
    byte[] body,
    WebhookTrust trust) {

  /** Checks the event's id and copies the body. */
  public VerifiedWebhook {
    unless(!eventId.isEmpty() && eventId.length() <= 255, "eventId", eventId, "must be 1 to 255");
    body = body.clone();
  }

  /** {@return the event as it came, a copy} */
  @Override
  public byte[] body() {
    return body.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof VerifiedWebhook that
        && provider.equals(that.provider)
        && account.equals(that.account)
        && mode == that.mode
        && eventId.equals(that.eventId)
        && eventType.equals(that.eventType)
        && Objects.equals(objectId, that.objectId)
        && Arrays.equals(body, that.body)
        && trust == that.trust;
  }

  @Override
  public int hashCode() {
    return Objects.hash(provider, account, mode, eventId);
  }

  /** Without the body, which may hold what belongs in no log. */
  @Override
  public String toString() {
    return "VerifiedWebhook[%s/%s %s %s %s of %s, %d bytes, trust %s]"
        .formatted(provider, account, mode, eventId, eventType, objectId, body.length, trust);
  }
}
