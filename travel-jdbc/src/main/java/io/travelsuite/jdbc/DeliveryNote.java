package io.travelsuite.jdbc;

import io.travelsuite.payments.webhook.WebhookRequest;
import io.travelsuite.secret.CardNumbers;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the audit log keeps of a request: nothing of its body but size and digest, and of its
 * headers those that are known to hold no secret, cut short. What is not known stays out, so that a
 * provider's next token is not kept by accident.
 *
 * @param bodySize bytes
 * @param bodySha256 the digest; null for a row that stands for several deliveries
 * @param headers JSON
 * @param more refused deliveries before it that have no row
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares or changes it
record DeliveryNote(int bodySize, byte @Nullable [] bodySha256, String headers, long more) {

  private static final List<String> KEPT =
      List.of(
          "content-type",
          "content-length",
          "content-encoding",
          "user-agent",
          "request-id",
          "x-request-id",
          "webhook-id",
          "webhook-timestamp",
          "paypal-transmission-id",
          "paypal-transmission-time",
          "paypal-auth-algo",
          "x-github-event",
          "x-github-delivery",
          "x-shopify-topic",
          "x-shopify-webhook-id");

  private static final int LONGEST_VALUE = 120;

  static DeliveryNote of(WebhookRequest request, long more) {
    byte[] body = request.body();
    Map<String, String> headers = new TreeMap<>();
    for (String name : KEPT) {
      List<String> values = request.headers(name);
      if (!values.isEmpty()) {
        headers.put(name, redacted(values.get(0)));
      }
    }
    return new DeliveryNote(body.length, Sha256.of(body), Json.write(headers), more);
  }

  /** A row that stands for refused deliveries that have none of their own. */
  static DeliveryNote counting(long more) {
    return new DeliveryNote(0, null, "{}", more);
  }

  /** Cut before it is searched: a megabyte of digits would take its time. */
  private static String redacted(String value) {
    StringBuilder plain = new StringBuilder(LONGEST_VALUE);
    for (int i = 0; i < value.length() && i < LONGEST_VALUE; i++) {
      char c = value.charAt(i);
      plain.append(c >= ' ' && c <= '~' ? c : '?');
    }
    return CardNumbers.redact(plain.toString());
  }
}
