package io.travelsuite.payments.webhook;

import static io.travelsuite.InvalidRequestException.unless;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Braintree: a form with {@code bt_signature}, {@code <public key>|<hex>} several times with {@code
 * &} between, and {@code bt_payload}, Base64 of XML; HMAC-SHA1 over the payload's text, or over it
 * with a line feed behind, by the SHA-1 of the private key.
 *
 * <p>A payload that could be the answer to a challenge is refused: {@link #answerTo} signs such
 * texts for anybody. All of the payload is signed. It does not say whether it is about real money;
 * Braintree's sandbox has keys of its own.
 *
 * @see <a href="https://developer.paypal.com/braintree/docs/guides/webhooks/parse">Braintree,
 *     parse</a>
 */
public final class BraintreeVerifier extends CheckedVerifier {

  private static final Pattern PAYLOAD = Pattern.compile("[A-Za-z0-9+=/\n]+");
  private static final Pattern CHALLENGE = Pattern.compile("[a-f0-9]{20,32}");
  private static final byte[] NOTHING = {};
  private static final byte[] LINE_FEED = {'\n'};

  private final List<String> publicKeys;
  private final Hmac hmac;

  /**
   * A verifier of an endpoint.
   *
   * @param settings the private keys
   * @param publicKeys the public keys they belong to, newest first, at least one
   * @throws io.travelsuite.InvalidRequestException if there is no private or no public key
   */
  public BraintreeVerifier(VerifierSettings settings, String... publicKeys) {
    super("braintree", settings);
    unless(publicKeys.length > 0, "publicKeys", "(none)", "must be given");
    this.publicKeys = List.of(publicKeys);
    hmac =
        Hmac.ofKeys(
            Hmac.SHA1,
            settings.requiredSecrets().stream()
                .map(secret -> Digests.digest("SHA-1", secret.bytes()))
                .toList());
  }

  /**
   * Answers the challenge that Braintree sends, as {@code bt_challenge} of a GET, when an endpoint
   * is registered.
   *
   * @param challenge the challenge
   * @return what to answer with, or empty if it is none
   */
  public Optional<String> answerTo(String challenge) {
    return CHALLENGE.matcher(challenge).matches()
        ? Optional.of(publicKeys.get(0) + "|" + sign(challenge))
        : Optional.empty();
  }

  /**
   * What Braintree would sign a payload with, for the tests of a host.
   *
   * @param payload the payload's text
   * @return the signature in hex, without the public key
   */
  public String sign(String payload) {
    return HexFormat.of().formatHex(hmac.sign(payload.getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  Verification check(WebhookRequest request) throws Refusal {
    List<WebhookParameter> form = request.form();
    String signature = Headers.parameter(form, "bt_signature", RejectionReason.MISSING_SIGNATURE);
    String payload = Headers.parameter(form, "bt_payload", RejectionReason.MALFORMED_PAYLOAD);
    Refusal.unless(
        PAYLOAD.matcher(payload).matches() && !CHALLENGE.matcher(payload).matches(),
        RejectionReason.MALFORMED_PAYLOAD);
    List<String> ours = new ArrayList<>(1);
    for (String pair : signature.split("&", -1)) {
      int bar = pair.indexOf('|');
      if (bar > 0 && publicKeys.contains(pair.substring(0, bar))) {
        ours.add(pair.substring(bar + 1));
      }
    }
    byte[] signed = payload.getBytes(StandardCharsets.US_ASCII);
    boolean found = hmac.isHex(ours, signed);
    found |= hmac.isHex(ours, signed, LINE_FEED);
    Refusal.unless(found, RejectionReason.SIGNATURE_MISMATCH);
    return verified(xml(payload), BraintreeVerifier::event);
  }

  /** What is no Base64 after all is an empty event. */
  private static byte[] xml(String payload) {
    try {
      return Base64.getMimeDecoder().decode(payload);
    } catch (IllegalArgumentException notBase64) {
      return NOTHING;
    }
  }

  private static Event event(EventBody body) {
    XmlTexts xml =
        XmlTexts.read(
            body.bytes(),
            Set.of("/notification/kind", "/notification/timestamp", XmlTexts.SUBJECT));
    String kind = xml.text("/notification/kind");
    String subject = xml.text(XmlTexts.SUBJECT);
    String time = xml.text("/notification/timestamp");
    String id = kind + "/" + time + "/" + subject;
    return new Event(
        body.firstId(kind.isEmpty() || subject.isEmpty() ? null : id),
        kind,
        subject.isEmpty() ? null : subject,
        null);
  }
}
