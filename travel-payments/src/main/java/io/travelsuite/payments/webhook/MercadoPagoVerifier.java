package io.travelsuite.payments.webhook;

import static io.travelsuite.payments.webhook.Refusal.unless;

import io.travelsuite.webhook.WebhookTrust;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Mercado Pago: {@code x-signature: ts=…,v1=<hex>}, HMAC-SHA256 over {@code
 * id:<data.id>;request-id:<x-request-id>;ts:<ts>;}, parts that are not there left out. The id is
 * the query's, as it came or in lower case (the vendor's library changed it on 2026-06-17), the
 * timestamp in seconds or milliseconds (changed on 2026-08-03).
 *
 * <p>The body is not signed at all: only the id may be believed, and the answer is always {@link
 * FetchBackRequired}. Notifications of QR payments are not signed and are rejected. It does not say
 * in anything signed whether it is about real money.
 *
 * @see <a href="https://github.com/mercadopago/sdk-java">the vendor's library,
 *     WebhookSignatureValidator</a>
 */
public final class MercadoPagoVerifier extends CheckedVerifier {

  /** The year 5138 in seconds, and 1973 in milliseconds. */
  private static final long FEWEST_MILLIS = 100_000_000_000L;

  /** None of what separates the signed parts: each has one reading. */
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_.-]{1,128}");

  private final Hmac hmac;

  /**
   * A verifier of an endpoint.
   *
   * @param settings its secrets, clock and tolerance
   * @throws io.travelsuite.InvalidRequestException if there is no secret
   */
  public MercadoPagoVerifier(VerifierSettings settings) {
    super("mercadopago", settings);
    hmac = Hmac.of(Hmac.SHA256, settings);
  }

  @Override
  Verification check(WebhookRequest request) throws Refusal {
    String timestamp = "";
    List<String> signatures = new ArrayList<>(1);
    for (String item : Headers.signature(request, "x-signature").split(",", -1)) {
      String part = item.strip();
      if (part.startsWith("ts=")) {
        unless(timestamp.isEmpty(), RejectionReason.MALFORMED_HEADER);
        timestamp = part.substring(3).strip();
      } else if (part.startsWith("v1=")) {
        signatures.add(part.substring(3).strip());
      }
    }
    long time = TimeWindow.parsed(timestamp);
    signatures.removeIf(String::isEmpty);
    unless(!signatures.isEmpty(), RejectionReason.MISSING_SIGNATURE);
    String id = dataId(request);
    String requestId = requestId(request);
    String manifest = manifest(id, requestId, timestamp);
    String lowered =
        manifest(id == null ? null : id.toLowerCase(Locale.ROOT), requestId, timestamp);
    boolean found = isSigned(signatures, manifest);
    found |= isSigned(signatures, lowered);
    unless(found, RejectionReason.SIGNATURE_MISMATCH);
    unless(id == null || PLAIN.matcher(id).matches(), RejectionReason.MALFORMED_PAYLOAD);
    unless(
        requestId == null || PLAIN.matcher(requestId).matches(), RejectionReason.MALFORMED_HEADER);
    TimeWindow.checkMillis(settings(), time < FEWEST_MILLIS ? time * 1000 : time);
    return answer(request, id, requestId == null ? manifest : requestId);
  }

  private boolean isSigned(List<String> signatures, String manifest) {
    return hmac.isHex(signatures, manifest.getBytes(StandardCharsets.UTF_8));
  }

  private static String manifest(@Nullable String id, @Nullable String requestId, String time) {
    return (id == null ? "" : "id:" + id + ";")
        + (requestId == null ? "" : "request-id:" + requestId + ";")
        + ("ts:" + time + ";");
  }

  private static @Nullable String dataId(WebhookRequest request) throws Refusal {
    List<WebhookParameter> ids =
        request.query().stream()
            .filter(parameter -> parameter.name().equals("data.id"))
            .filter(parameter -> !parameter.value().isEmpty())
            .toList();
    if (ids.isEmpty()) {
      return null;
    }
    return Headers.parameter(ids, "data.id", RejectionReason.MALFORMED_PAYLOAD);
  }

  private static @Nullable String requestId(WebhookRequest request) throws Refusal {
    if (request.headers("x-request-id").stream().allMatch(String::isBlank)) {
      return null;
    }
    return Headers.required(request, "x-request-id");
  }

  /** The delivery's own id is signed, so that a repeated one is known again. */
  private FetchBackRequired answer(WebhookRequest request, @Nullable String id, String delivery) {
    EventBody body = EventBody.of(request.bytes());
    return fetchBack(
        new Event(body.firstId(delivery), body.textOrEmpty("/action"), id, null),
        request.bytes(),
        WebhookTrust.SENDER);
  }
}
