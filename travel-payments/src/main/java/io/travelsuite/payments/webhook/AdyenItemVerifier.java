package io.travelsuite.payments.webhook;

import static io.travelsuite.payments.webhook.Refusal.unless;

import com.fasterxml.jackson.databind.JsonNode;
import io.travelsuite.Mode;
import io.travelsuite.payments.json.Json;
import io.travelsuite.webhook.VerifiedWebhook;
import io.travelsuite.webhook.WebhookTrust;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Adyen's payment webhooks: each {@code NotificationRequestItem} of a batch carries in {@code
 * additionalData.hmacSignature} the Base64 of HMAC-SHA256 over eight of its fields with {@code :}
 * between, unescaped, by the key in hex.
 *
 * <p>Not signed: {@code live}, {@code reason}, {@code eventDate}, the payment method and all of
 * {@code additionalData}. A verified event's body holds the eight signed fields and nothing else.
 * Its mode is that of the settings, since the key belongs to one; an item whose {@code live} says
 * otherwise, or with a colon where it gives the signed text another reading (anywhere but in the
 * merchant's reference), is to be read back.
 *
 * <p>A batch is verified or rejected as a whole; {@link #verifyItems} judges one by one.
 *
 * @see <a
 *     href="https://docs.adyen.com/development-resources/webhooks/secure-webhooks/verify-hmac-signatures">Adyen,
 *     verify HMAC signatures</a>
 */
public final class AdyenItemVerifier extends CheckedVerifier {

  private final Hmac hmac;

  /**
   * A verifier of an endpoint.
   *
   * @param settings its keys in hex: both while one is being replaced, which takes Adyen a while
   * @throws io.travelsuite.InvalidRequestException if there is no key, or one is not hex
   */
  public AdyenItemVerifier(VerifierSettings settings) {
    super("adyen", settings);
    hmac = hmac(settings);
  }

  static Hmac hmac(VerifierSettings settings) {
    List<byte[]> keys =
        settings.requiredSecrets().stream().map(key -> SecretForm.hex(key.text())).toList();
    return Hmac.ofKeys(Hmac.SHA256, keys);
  }

  @Override
  Verification check(WebhookRequest request) throws Refusal {
    boolean trusted = true;
    List<VerifiedWebhook> webhooks = new ArrayList<>();
    JsonNode notification = notification(request);
    for (JsonNode item : notification.path("notificationItems")) {
      VerifiedWebhook webhook = webhook(item, notification);
      trusted &= webhook.trust() == WebhookTrust.CONTENT;
      webhooks.add(webhook);
    }
    return trusted ? new Verified(() -> webhooks) : new FetchBackRequired(webhooks);
  }

  /**
   * Judges the items of a batch one by one, for a host that would rather take the good ones than
   * have the whole batch sent again.
   *
   * @param request the request as it came
   * @return an answer an item, in their order; one rejection if there are no items
   */
  public List<Verification> verifyItems(WebhookRequest request) {
    List<Verification> answers = new ArrayList<>();
    try {
      JsonNode notification = notification(request);
      for (JsonNode item : notification.path("notificationItems")) {
        answers.add(answer(item, notification));
      }
    } catch (Refusal refusal) {
      answers.add(new Rejected(refusal.reason()));
    }
    return answers;
  }

  private Verification answer(JsonNode item, JsonNode notification) {
    try {
      VerifiedWebhook webhook = webhook(item, notification);
      return webhook.trust() == WebhookTrust.CONTENT
          ? new Verified(() -> List.of(webhook))
          : new FetchBackRequired(List.of(webhook));
    } catch (Refusal refusal) {
      return new Rejected(refusal.reason());
    }
  }

  private static JsonNode notification(WebhookRequest request) throws Refusal {
    Optional<JsonNode> json = Json.read(request.bytes());
    unless(
        json.isPresent()
            && json.get().path("notificationItems").isArray()
            && !json.get().path("notificationItems").isEmpty(),
        RejectionReason.MALFORMED_PAYLOAD);
    return json.get();
  }

  private VerifiedWebhook webhook(JsonNode wrapped, JsonNode notification) throws Refusal {
    JsonNode item = wrapped.path("NotificationRequestItem");
    unless(item.isObject(), RejectionReason.MALFORMED_PAYLOAD);
    JsonNode signature = item.path("additionalData").path("hmacSignature");
    unless(
        signature.isTextual() && !signature.asText().isEmpty(), RejectionReason.MISSING_SIGNATURE);
    AdyenItem signed = AdyenItem.of(item);
    unless(
        hmac.isBase64(List.of(signature.asText()), signed.signedBytes()),
        RejectionReason.SIGNATURE_MISMATCH);
    boolean believed = signed.hasOneReading() && !contradictsMode(notification.path("live"));
    return webhook(
        signed.event(), signed.body(), believed ? WebhookTrust.CONTENT : WebhookTrust.SENDER);
  }

  private boolean contradictsMode(JsonNode live) {
    return settings().modeUnlessSaid() != null
        && !live.isMissingNode()
        && live.asBoolean() != (settings().modeUnlessSaid() == Mode.LIVE);
  }
}
