package io.travelsuite.payments.webhook;

import static io.travelsuite.payments.webhook.Refusal.unless;

import io.travelsuite.Mode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a provider puts the HMAC of the body, how it writes it, and what its events say. */
enum BodyHmacScheme {
  CHECKOUT("checkout", "Cko-Signature", Hmac.SHA256, true),
  PAYSTACK("paystack", "x-paystack-signature", Hmac.SHA512, true),
  FLUTTERWAVE("flutterwave", "flutterwave-signature", Hmac.SHA256, false),
  GOCARDLESS("gocardless", "Webhook-Signature", Hmac.SHA256, true),
  SHOPIFY("shopify", "X-Shopify-Hmac-SHA256", Hmac.SHA256, false),
  GITHUB("github", "X-Hub-Signature-256", Hmac.SHA256, true);

  private static final String GITHUB_PREFIX = "sha256=";

  private final String provider;
  private final String header;
  private final String algorithm;
  private final boolean hex;

  BodyHmacScheme(String provider, String header, String algorithm, boolean hex) {
    this.provider = provider;
    this.header = header;
    this.algorithm = algorithm;
    this.hex = hex;
  }

  String provider() {
    return provider;
  }

  String header() {
    return header;
  }

  String algorithm() {
    return algorithm;
  }

  /** Whether any candidate is the body's HMAC; Flutterwave does not say in which encoding. */
  boolean fits(Hmac hmac, List<String> candidates, byte[] body) {
    if (hex) {
      return hmac.isHex(candidates, body);
    }
    return hmac.isBase64(candidates, body) || (this == FLUTTERWAVE && hmac.isHex(candidates, body));
  }

  Event event(EventBody body) {
    return switch (this) {
      case CHECKOUT -> checkoutEvent(body);
      case PAYSTACK -> paystackEvent(body);
      case FLUTTERWAVE -> flutterwaveEvent(body);
      case GOCARDLESS -> goCardlessEvent(body);
      case SHOPIFY -> shopifyEvent(body);
      case GITHUB -> gitHubEvent(body);
    };
  }

  /** The signatures in the header's values. */
  List<String> candidates(List<String> values) throws Refusal {
    if (this != GITHUB) {
      return values;
    }
    boolean anyScheme = values.stream().anyMatch(value -> value.indexOf('=') > 0);
    unless(anyScheme, RejectionReason.MALFORMED_HEADER);
    List<String> candidates =
        values.stream()
            .filter(value -> value.startsWith(GITHUB_PREFIX))
            .map(value -> value.substring(GITHUB_PREFIX.length()))
            .toList();
    unless(!candidates.isEmpty(), RejectionReason.UNSUPPORTED_SCHEME);
    return candidates;
  }

  private static Event checkoutEvent(EventBody body) {
    return new Event(body.id("/id"), body.textOrEmpty("/type"), body.text("/data/id"), null);
  }

  /** An object goes through several events, and each through several deliveries. */
  private static Event paystackEvent(EventBody body) {
    String type = body.textOrEmpty("/event");
    String object = body.text("/data/id");
    return new Event(
        body.firstId(object == null ? null : type + ":" + object),
        type,
        object,
        paystackMode(body.textOrEmpty("/data/domain")));
  }

  private static @Nullable Mode paystackMode(String domain) {
    return switch (domain) {
      case "live" -> Mode.LIVE;
      case "test" -> Mode.TEST;
      default -> null;
    };
  }

  /** A charge that was pending and then succeeded is two events of one type. */
  private static Event flutterwaveEvent(EventBody body) {
    String type = body.textOrEmpty("/type");
    String object = body.text("/data/id");
    String id =
        object == null ? null : type + ":" + object + ":" + body.textOrEmpty("/data/status");
    return new Event(body.firstId(id), type, object, null);
  }

  private static Event goCardlessEvent(EventBody body) {
    String resource = body.textOrEmpty("/resource_type");
    String action = body.textOrEmpty("/action");
    return new Event(
        body.id("/id"),
        resource.isEmpty() ? action : resource + "." + action,
        EventBody.text(body.json().path("links").path(singular(resource))),
        null);
  }

  /** {@code payments} are linked as {@code payment}. */
  private static String singular(String resource) {
    return resource.endsWith("s") ? resource.substring(0, resource.length() - 1) : resource;
  }

  private static Event shopifyEvent(EventBody body) {
    return new Event(body.firstId(), "", body.text("/id"), null);
  }

  private static Event gitHubEvent(EventBody body) {
    return new Event(body.firstId(), body.textOrEmpty("/action"), null, null);
  }
}
