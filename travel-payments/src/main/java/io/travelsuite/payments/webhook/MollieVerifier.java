package io.travelsuite.payments.webhook;

import static io.travelsuite.payments.webhook.Refusal.unless;

import io.travelsuite.webhook.WebhookTrust;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Mollie, both kinds. Next generation: {@code X-Mollie-Signature}, hex HMAC-SHA256 over the body,
 * with or without {@code sha256=} before it. Classic: no signature, a form with the {@code id} of
 * what changed; this is a hint to read the object, whoever sent it, and never more, also where the
 * endpoint has secrets.
 *
 * <p>A classic hint tells nothing of what happened: each delivery is an event of its own, since the
 * same id comes again when the object changes again, and a second change that was taken for the
 * first one delivered again would be lost.
 *
 * @see <a href="https://docs.mollie.com/reference/webhooks">Mollie, webhooks</a>
 */
public final class MollieVerifier extends CheckedVerifier {

  private static final String PREFIX = "sha256=";
  private static final Pattern ID = Pattern.compile("[a-z]{2,12}_[A-Za-z0-9_]{1,64}");

  private final @Nullable Hmac hmac;

  /**
   * A verifier of an endpoint that next-generation webhooks come to, and maybe classic ones.
   *
   * @param settings its secrets
   * @throws io.travelsuite.InvalidRequestException if there is no secret
   */
  public MollieVerifier(VerifierSettings settings) {
    this(settings, Hmac.of(Hmac.SHA256, settings));
  }

  private MollieVerifier(VerifierSettings settings, @Nullable Hmac hmac) {
    super("mollie", settings);
    this.hmac = hmac;
  }

  /**
   * A verifier of an endpoint for classic webhooks only, which have no secret.
   *
   * @param settings its account, clock and mode
   * @return the verifier
   */
  public static MollieVerifier classic(VerifierSettings settings) {
    return new MollieVerifier(settings, null);
  }

  @Override
  Verification check(WebhookRequest request) throws Refusal {
    if (hmac == null || request.headers("X-Mollie-Signature").isEmpty()) {
      return hint(request);
    }
    List<String> signatures =
        Headers.signatures(request, "X-Mollie-Signature").stream()
            .map(value -> value.startsWith(PREFIX) ? value.substring(PREFIX.length()) : value)
            .toList();
    unless(hmac.isHex(signatures, request.bytes()), RejectionReason.SIGNATURE_MISMATCH);
    return verified(request.bytes(), MollieVerifier::event);
  }

  private FetchBackRequired hint(WebhookRequest request) throws Refusal {
    RejectionReason missing = RejectionReason.MISSING_SIGNATURE;
    String id = Headers.parameter(request.form(), "id", missing);
    unless(ID.matcher(id).matches(), RejectionReason.MALFORMED_PAYLOAD);
    String delivery = id + "@" + settings().clock().millis();
    return fetchBack(new Event(delivery, "", id, null), request.bytes(), WebhookTrust.HINT);
  }

  private static Event event(EventBody body) {
    String type = body.text("/type");
    return new Event(
        body.id("/id"),
        type == null ? body.textOrEmpty("/event_type") : type,
        body.text("/entityId"),
        null);
  }
}
