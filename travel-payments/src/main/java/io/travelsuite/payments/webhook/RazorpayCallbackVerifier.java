package io.travelsuite.payments.webhook;

import static io.travelsuite.payments.webhook.Refusal.unless;

import io.travelsuite.webhook.WebhookTrust;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Razorpay's redirects: {@code razorpay_signature}, hex HMAC-SHA256 over the fields of a {@link
 * RazorpayCallback} with {@code |} between them, by the API's key secret. The parameters are the
 * form's, or the query's where there is no form.
 *
 * <p>An id of another kind than the field's is refused: the signature of a subscription's callback
 * would else pass for one of a payment, with the two ids in each other's place.
 *
 * <p>No amount is signed, and no currency: the answer is always {@link FetchBackRequired}, with the
 * payment to read back.
 *
 * @see <a href="https://razorpay.com/docs/payments/payment-gateway/web-integration/">Razorpay, web
 *     integration</a>
 */
public final class RazorpayCallbackVerifier extends CheckedVerifier {

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_]{1,64}");

  private static final Map<String, String> PREFIXES =
      Map.of(
          "razorpay_order_id", "order_",
          "razorpay_payment_id", "pay_",
          "razorpay_subscription_id", "sub_",
          "payment_link_id", "plink_");

  private final RazorpayCallback callback;
  private final Hmac hmac;

  /**
   * A verifier of one kind of redirect.
   *
   * @param settings the API's key secrets
   * @param callback which kind
   * @throws io.travelsuite.InvalidRequestException if there is no secret
   */
  public RazorpayCallbackVerifier(VerifierSettings settings, RazorpayCallback callback) {
    super("razorpay", settings);
    this.callback = callback;
    hmac = Hmac.of(Hmac.SHA256, settings);
  }

  @Override
  Verification check(WebhookRequest request) throws Refusal {
    List<WebhookParameter> parameters = request.form();
    if (parameters.isEmpty()) {
      parameters = request.query();
    }
    String signature =
        Headers.parameter(parameters, "razorpay_signature", RejectionReason.MISSING_SIGNATURE);
    List<String> values = new ArrayList<>();
    for (String field : callback.fields()) {
      values.add(value(parameters, field));
    }
    String signed = String.join("|", values);
    unless(
        hmac.isHex(List.of(signature), signed.getBytes(StandardCharsets.UTF_8)),
        RejectionReason.SIGNATURE_MISMATCH);
    unless(haveOneReading(values), RejectionReason.MALFORMED_PAYLOAD);
    String payment = values.get(callback.fields().indexOf("razorpay_payment_id"));
    String type = callback.name().toLowerCase(Locale.ROOT) + ".callback";
    Event event = new Event(Digests.sha256Id(signed), type, payment, null);
    return fetchBack(event, request.bytes(), WebhookTrust.SENDER);
  }

  private static String value(List<WebhookParameter> parameters, String field) throws Refusal {
    if (field.equals(RazorpayCallback.REFERENCE)
        && parameters.contains(new WebhookParameter(field, ""))) {
      return "";
    }
    return Headers.parameter(parameters, field, RejectionReason.MALFORMED_PAYLOAD);
  }

  /** Whether each id can be one of its own field only. */
  private boolean haveOneReading(List<String> values) {
    boolean plain = true;
    for (int i = 0; i < values.size(); i++) {
      String field = callback.fields().get(i);
      if (PREFIXES.containsKey(field)) {
        plain &= ID.matcher(values.get(i)).matches() && !isOfOther(field, values.get(i));
      } else if (!field.equals(RazorpayCallback.REFERENCE)) {
        plain &= ID.matcher(values.get(i)).matches();
      }
    }
    return plain;
  }

  /** Whether an id is by its prefix of another kind. */
  private static boolean isOfOther(String field, String id) {
    return PREFIXES.entrySet().stream()
        .anyMatch(kind -> !kind.getKey().equals(field) && id.startsWith(kind.getValue()));
  }
}
