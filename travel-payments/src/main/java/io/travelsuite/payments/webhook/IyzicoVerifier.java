package io.travelsuite.payments.webhook;

import static io.travelsuite.payments.webhook.Refusal.unless;

import io.travelsuite.payments.json.Json;
import io.travelsuite.secret.Secret;
import io.travelsuite.webhook.WebhookTrust;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * iyzico: {@code X-IYZ-SIGNATURE-V3}, the hex of HMAC-SHA256 by the secret key over the secret key
 * and some values of the body in a row. With a {@code token} it is a hosted payment page's: {@code
 * iyziEventType, iyziPaymentId, token, paymentConversationId, status}; without it a direct
 * payment's: {@code iyziEventType, paymentId, paymentConversationId, status}. The account must have
 * been enabled for the header.
 *
 * <p>Left unsigned: {@code merchantId}, {@code iyziReferenceCode} and {@code iyziEventTime}; none
 * of them is in the event, whose body holds the signed fields only and whose id is made of them. An
 * unsigned payment id that is not the signed one is refused.
 *
 * <p>Nothing stands between the signed values, so that their bytes can be cut in several ways: a
 * genuine payment 5 of conversation {@code 42-a} signs a forged payment 542 of conversation {@code
 * -a}, too, and nobody can tell which it was; nor is an amount signed. The best answer is therefore
 * {@link FetchBackRequired}.
 *
 * @see <a href="https://docs.iyzico.com/en/advanced/webhook">iyzico, webhook</a>
 */
public final class IyzicoVerifier extends CheckedVerifier {

  private final List<Key> keys;

  /** The secret key is also the first of the signed values. */
  private record Key(Secret secret, Hmac hmac) {
    static Key of(Secret secret) {
      return new Key(secret, Hmac.ofKeys(Hmac.SHA256, List.of(secret.bytes())));
    }
  }

  /**
   * A verifier of an endpoint.
   *
   * @param settings the account's secret keys
   * @throws io.travelsuite.InvalidRequestException if there is no secret
   */
  public IyzicoVerifier(VerifierSettings settings) {
    super("iyzico", settings);
    keys = settings.requiredSecrets().stream().map(Key::of).toList();
  }

  @Override
  Verification check(WebhookRequest request) throws Refusal {
    List<String> signatures = Headers.signatures(request, "X-IYZ-SIGNATURE-V3");
    Map<String, String> fields = LiteralFields.of(request.bytes());
    String payment = payment(fields);
    Map<String, String> signed = signedFields(fields, payment);
    byte[] values = String.join("", signed.values()).getBytes(StandardCharsets.UTF_8);
    boolean fits = false;
    for (Key key : keys) {
      fits |= key.hmac().isHex(signatures, key.secret().bytes(), values);
    }
    unless(fits, RejectionReason.SIGNATURE_MISMATCH);
    return fetchBack(event(signed, payment), Json.write(signed), WebhookTrust.SENDER);
  }

  /** The payment is told twice, once of it signed. */
  private static String payment(Map<String, String> fields) throws Refusal {
    String one = fields.getOrDefault("paymentId", "");
    String other = fields.getOrDefault("iyziPaymentId", "");
    unless(
        one.isEmpty() || other.isEmpty() || one.equals(other),
        RejectionReason.SIGNED_FIELDS_INSUFFICIENT);
    return one.isEmpty() ? other : one;
  }

  /** In the order they are signed. */
  private static Map<String, String> signedFields(Map<String, String> fields, String payment) {
    Map<String, String> signed = new LinkedHashMap<>();
    signed.put("iyziEventType", fields.getOrDefault("iyziEventType", ""));
    String token = fields.getOrDefault("token", "");
    if (token.isEmpty()) {
      signed.put("paymentId", payment);
    } else {
      signed.put("iyziPaymentId", payment);
      signed.put("token", token);
    }
    signed.put("paymentConversationId", fields.getOrDefault("paymentConversationId", ""));
    signed.put("status", fields.getOrDefault("status", ""));
    return signed;
  }

  private static Event event(Map<String, String> signed, String payment) {
    String type = signed.getOrDefault("iyziEventType", "");
    return new Event(
        Digests.sha256Id(String.join("\n", signed.values())), type, emptyToNull(payment), null);
  }

  private static @Nullable String emptyToNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
