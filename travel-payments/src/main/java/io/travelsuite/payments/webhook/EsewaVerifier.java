package io.travelsuite.payments.webhook;

import static io.travelsuite.payments.webhook.Refusal.unless;

import io.travelsuite.InvalidRequestException;
import io.travelsuite.payments.json.Json;
import io.travelsuite.webhook.WebhookTrust;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * eSewa's redirect back, with {@code ?data=<Base64 JSON>} whose {@code signature} is the Base64 of
 * HMAC-SHA256 over {@code name=value,…} of its {@code signed_field_names}, the values as they are
 * written: {@code 1000.0} and {@code 1,000.0} are other texts than {@code 1000}.
 *
 * <p>The names of the signed fields are the sender's choice. A payment counts only if its status,
 * amount, id and product are among them, and the list itself, which no request of the merchant's
 * own signs: those signatures are in the customer's hands. The event's body holds the signed fields
 * only. They come by the customer's browser, once or again and again, and the vendor wants its
 * status API asked in any case: the best answer is {@link FetchBackRequired}.
 *
 * @see <a href="https://developer.esewa.com.np/pages/Epay">eSewa, ePay</a>
 */
public final class EsewaVerifier extends CheckedVerifier {

  private static final String NAMES = "signed_field_names";

  private static final List<String> NEEDED =
      List.of("status", "total_amount", "transaction_uuid", "product_code", NAMES);

  private final Hmac hmac;

  /**
   * A verifier of a merchant.
   *
   * @param settings the merchant's secret keys
   * @throws io.travelsuite.InvalidRequestException if there is no secret
   */
  public EsewaVerifier(VerifierSettings settings) {
    super("esewa", settings);
    hmac = Hmac.of(Hmac.SHA256, settings);
  }

  /**
   * Signs a payment's form before the customer is sent to eSewa.
   *
   * @param fields the form's fields, {@code signed_field_names} among them
   * @return the field {@code signature}, by the newest secret
   * @throws InvalidRequestException if a field that is to be signed is not there
   */
  public String sign(Map<String, String> fields) {
    List<String> names = names(fields);
    for (String name : names) {
      InvalidRequestException.unless(fields.containsKey(name), NAMES, name, "must name fields");
    }
    return Base64.getEncoder().encodeToString(hmac.sign(message(fields, names)));
  }

  @Override
  Verification check(WebhookRequest request) throws Refusal {
    Map<String, String> fields = LiteralFields.of(data(request));
    String signature = fields.getOrDefault("signature", "");
    unless(!signature.isEmpty(), RejectionReason.MISSING_SIGNATURE);
    List<String> names = names(fields);
    unless(names.containsAll(NEEDED), RejectionReason.SIGNED_FIELDS_INSUFFICIENT);
    unless(fields.keySet().containsAll(names), RejectionReason.MALFORMED_PAYLOAD);
    boolean fits = hmac.isBase64(List.of(signature), message(fields, names));
    unless(fits, RejectionReason.SIGNATURE_MISMATCH);
    Map<String, String> signed = new LinkedHashMap<>();
    names.forEach(name -> signed.put(name, fields.getOrDefault(name, "")));
    byte[] body = Json.write(signed);
    return fetchBack(event(EventBody.of(body)), body, WebhookTrust.SENDER);
  }

  /** From the query, or a form of the same; not every server leaves a plus in a query alone. */
  private static byte[] data(WebhookRequest request) throws Refusal {
    List<WebhookParameter> parameters = new ArrayList<>(request.query());
    parameters.addAll(request.form());
    String data = Headers.parameter(parameters, "data", RejectionReason.MISSING_SIGNATURE);
    try {
      return Base64.getDecoder().decode(data.replace(' ', '+'));
    } catch (IllegalArgumentException notBase64) {
      throw new Refusal(RejectionReason.MALFORMED_PAYLOAD);
    }
  }

  private static List<String> names(Map<String, String> fields) {
    return List.of(fields.getOrDefault(NAMES, "").split(",", -1));
  }

  private static byte[] message(Map<String, String> fields, List<String> names) {
    StringBuilder message = new StringBuilder();
    for (String name : names) {
      message
          .append(message.isEmpty() ? "" : ",")
          .append(name)
          .append('=')
          .append(fields.get(name));
    }
    return message.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static Event event(EventBody body) {
    String transaction = body.text("/transaction_uuid");
    String status = body.textOrEmpty("/status");
    return new Event(
        body.firstId(transaction == null ? null : transaction + ":" + status),
        status,
        transaction,
        null);
  }
}
