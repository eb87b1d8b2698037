package io.travelsuite.payments.webhook;

import static io.travelsuite.payments.webhook.Refusal.unless;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Twilio: {@code X-Twilio-Signature}, the Base64 of HMAC-SHA1 by the auth token over the public URL
 * with its query and, for a form, each parameter's name and value, sorted by name; a repeated name
 * with each of its values once, sorted. Of a body that is no form the query carries the SHA-256 as
 * {@code bodySHA256}, and it must fit. Twilio is not consistent about the port in the URL: with and
 * without it are both right. No timestamp is signed.
 *
 * <p>The URL is {@link VerifierSettings#publicUrl}, its query replaced by the request's if that has
 * one. A form that was given apart from the body must be what the body says, so that a genuine form
 * does not vouch for another body.
 *
 * @see <a href="https://www.twilio.com/docs/usage/webhooks/webhooks-security">Twilio, webhooks
 *     security</a>
 */
public final class TwilioVerifier extends CheckedVerifier {

  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String BODY_HASH = "bodySHA256";

  private final Hmac hmac;
  private final String publicUrl;

  /**
   * A verifier of an endpoint.
   *
   * @param settings the account's auth tokens and the endpoint's public URL
   * @throws io.travelsuite.InvalidRequestException if there is no secret or no URL
   */
  public TwilioVerifier(VerifierSettings settings) {
    super("twilio", settings);
    hmac = Hmac.of(Hmac.SHA1, settings);
    publicUrl = settings.requiredPublicUrl();
  }

  @Override
  Verification check(WebhookRequest request) throws Refusal {
    List<String> signatures = List.of(Headers.signature(request, "X-Twilio-Signature"));
    SignedUrl url = SignedUrl.of(publicUrl, request.rawQuery());
    List<WebhookParameter> form = form(request);
    boolean named = form.stream().noneMatch(parameter -> parameter.name().isEmpty());
    unless(named, RejectionReason.MALFORMED_PAYLOAD); // one that is empty changes no signature
    checkBodyHash(url, form, request.bytes());
    byte[] parameters = canonical(form).getBytes(StandardCharsets.UTF_8);
    boolean fits = false;
    for (String variant : url.withAndWithoutPort()) {
      fits |= hmac.isBase64(signatures, variant.getBytes(StandardCharsets.UTF_8), parameters);
    }
    unless(fits, RejectionReason.SIGNATURE_MISMATCH);
    if (form.isEmpty() && request.bytes().length > 0) {
      return verified(request.bytes(), body -> new Event(body.firstId(), "", null, null));
    }
    List<WebhookParameter> said = form.isEmpty() ? url.parameters() : form;
    return verified(encoded(said), body -> event(said, body));
  }

  private static List<WebhookParameter> form(WebhookRequest request) throws Refusal {
    boolean saysForm =
        request.headers("Content-Type").stream()
            .anyMatch(type -> type.strip().toLowerCase(Locale.ROOT).startsWith(FORM));
    List<WebhookParameter> given = request.givenForm();
    if (given.isEmpty()) {
      return saysForm ? request.form() : List.of();
    }
    if (request.bytes().length > 0) {
      List<WebhookParameter> inBody = WebhookRequest.of(request.bytes(), Map.of()).form();
      unless(canonical(given).equals(canonical(inBody)), RejectionReason.MALFORMED_PAYLOAD);
    }
    return given;
  }

  /**
   * What no form says must be hashed in the URL, and what the URL has the hash of must be there.
   */
  private static void checkBodyHash(SignedUrl url, List<WebhookParameter> form, byte[] body)
      throws Refusal {
    String hash = url.parameter(BODY_HASH);
    if (!form.isEmpty() || (hash == null && body.length == 0)) {
      return;
    }
    if (hash == null) {
      throw new Refusal(RejectionReason.MISSING_BODY_HASH);
    }
    String expected = HexFormat.of().formatHex(Digests.digest("SHA-256", body));
    unless(
        MessageDigest.isEqual(
            expected.getBytes(StandardCharsets.US_ASCII), hash.getBytes(StandardCharsets.UTF_8)),
        RejectionReason.BODY_HASH_MISMATCH);
  }

  private static String canonical(List<WebhookParameter> parameters) {
    Map<String, SortedSet<String>> byName = new TreeMap<>();
    for (WebhookParameter parameter : parameters) {
      byName.computeIfAbsent(parameter.name(), any -> new TreeSet<>()).add(parameter.value());
    }
    StringBuilder canonical = new StringBuilder();
    byName.forEach((name, values) -> values.forEach(value -> canonical.append(name).append(value)));
    return canonical.toString();
  }

  private static byte[] encoded(List<WebhookParameter> parameters) {
    return parameters.stream()
        .map(parameter -> encoded(parameter.name()) + "=" + encoded(parameter.value()))
        .collect(Collectors.joining("&"))
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** A message or a call comes to a state once. */
  private static Event event(List<WebhookParameter> said, EventBody body) {
    String object = first(said, "MessageSid", "SmsSid", "CallSid");
    String status = first(said, "MessageStatus", "SmsStatus", "CallStatus");
    String type = status == null ? "" : status;
    return new Event(body.firstId(object == null ? null : object + ":" + type), type, object, null);
  }

  private static @Nullable String first(List<WebhookParameter> said, String... names) {
    for (String name : names) {
      for (WebhookParameter parameter : said) {
        if (parameter.name().equals(name) && !parameter.value().isEmpty()) {
          return parameter.value();
        }
      }
    }
    return null;
  }
}
