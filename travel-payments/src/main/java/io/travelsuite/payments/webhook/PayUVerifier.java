package io.travelsuite.payments.webhook;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.webhook.WebhookTrust;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * PayU Europe: {@code OpenPayu-Signature} or {@code X-OpenPayU-Signature}: {@code
 * sender=…;signature=<hex>;algorithm=MD5;content=DOCUMENT}, a hash over the body and the second key
 * behind it. No timestamp is signed.
 *
 * <p>That is no HMAC: it is as good as the hash's resistance to collisions, MD5 is what the vendor
 * sends unless told otherwise, and the header names the hash. The best answer is therefore {@link
 * FetchBackRequired}: the order is to be read back, as the vendor advises. An endpoint for which
 * the vendor sends another hash should accept that one only.
 *
 * @see <a href="https://developers.payu.com/europe/docs/webhooks/">PayU, notifications</a>
 */
public final class PayUVerifier extends CheckedVerifier {

  /** The hashes a signature may be made with, strongest last. */
  public enum Hash {
    /** What the vendor uses unless told otherwise. */
    MD5("MD5"),
    /** Also written {@code SHA} and {@code SHA1}. */
    SHA_1("SHA-1"),
    /** Also written {@code SHA256}. */
    SHA_256("SHA-256"),
    /** Also written {@code SHA384}. */
    SHA_384("SHA-384"),
    /** Also written {@code SHA512}. */
    SHA_512("SHA-512");

    private final String algorithm;

    Hash(String algorithm) {
      this.algorithm = algorithm;
    }

    private boolean isNamed(String name) {
      return name.equals(algorithm)
          || name.equals(algorithm.replace("-", ""))
          || (this == SHA_1 && name.equals("SHA"));
    }
  }

  private final Set<Hash> accepted;
  private final List<byte[]> keys;

  /**
   * A verifier of an endpoint that accepts every hash the vendor names.
   *
   * @param settings the shop's second keys
   * @throws io.travelsuite.InvalidRequestException if there is no secret
   */
  public PayUVerifier(VerifierSettings settings) {
    this(settings, Set.of(Hash.values()));
  }

  /**
   * A verifier of an endpoint.
   *
   * @param settings the shop's second keys
   * @param accepted the hashes to accept, at least one
   * @throws io.travelsuite.InvalidRequestException if there is no secret or no hash
   */
  public PayUVerifier(VerifierSettings settings, Set<Hash> accepted) {
    super("payu-eu", settings);
    unless(!accepted.isEmpty(), "accepted", accepted, "must name a hash");
    this.accepted = Set.copyOf(accepted);
    keys = settings.requiredSecrets().stream().map(secret -> secret.bytes()).toList();
  }

  @Override
  Verification check(WebhookRequest request) throws Refusal {
    String name = "OpenPayu-Signature";
    String header =
        Headers.signature(request, request.headers(name).isEmpty() ? "X-OpenPayU-Signature" : name);
    Map<String, String> parts = parts(header);
    String signature = parts.getOrDefault("signature", "");
    Refusal.unless(!signature.isEmpty(), RejectionReason.MISSING_SIGNATURE);
    Hash hash = hash(parts.getOrDefault("algorithm", "MD5"));
    byte[] body = request.bytes();
    byte[] presented = signature.getBytes(StandardCharsets.UTF_8);
    boolean fits = false;
    for (byte[] key : keys) {
      String expected = HexFormat.of().formatHex(Digests.digest(hash.algorithm, body, key));
      fits |= MessageDigest.isEqual(expected.getBytes(StandardCharsets.US_ASCII), presented);
    }
    Refusal.unless(fits, RejectionReason.SIGNATURE_MISMATCH);
    return fetchBack(event(EventBody.of(body)), body, WebhookTrust.SENDER);
  }

  private static Map<String, String> parts(String header) throws Refusal {
    Map<String, String> parts = new HashMap<>();
    for (String item : header.split(";", -1)) {
      if (!item.isBlank()) {
        putOnce(parts, item);
      }
    }
    return parts;
  }

  private static void putOnce(Map<String, String> parts, String item) throws Refusal {
    int equals = item.indexOf('=');
    boolean isPart = equals > 0 && item.indexOf('=', equals + 1) < 0;
    Refusal.unless(isPart, RejectionReason.MALFORMED_HEADER);
    String name = item.substring(0, equals).strip();
    String before = parts.putIfAbsent(name, item.substring(equals + 1).strip());
    Refusal.unless(before == null, RejectionReason.MALFORMED_HEADER);
  }

  private Hash hash(String name) throws Refusal {
    return accepted.stream()
        .filter(hash -> hash.isNamed(name))
        .findFirst()
        .orElseThrow(() -> new Refusal(RejectionReason.UNSUPPORTED_SCHEME));
  }

  /** An order comes to a state once, and so does each of its refunds. */
  private static Event event(EventBody body) {
    String order = body.text("/order/orderId");
    if (order != null) {
      String status = body.textOrEmpty("/order/status");
      return new Event(body.firstId(order + ":" + status), status, order, null);
    }
    String refunded = body.text("/orderId");
    String refund = body.text("/refund/refundId");
    String type = "refund." + body.textOrEmpty("/refund/status");
    return refunded == null || refund == null
        ? new Event(body.firstId(), "", refunded, null)
        : new Event(body.firstId(refunded + ":" + refund + ":" + type), type, refunded, null);
  }
}
