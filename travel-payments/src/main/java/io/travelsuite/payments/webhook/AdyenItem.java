package io.travelsuite.payments.webhook;

import static io.travelsuite.payments.webhook.Refusal.unless;

import com.fasterxml.jackson.databind.JsonNode;
import io.travelsuite.payments.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The eight fields of a notification item that are signed, as the texts that are signed. */
record AdyenItem(
    String pspReference,
    String originalReference,
    String account,
    String reference,
    String value,
    String currency,
    String eventCode,
    String success) {

  private static final Pattern AMOUNT = Pattern.compile("|-?[0-9]{1,18}");

  static AdyenItem of(JsonNode item) throws Refusal {
    JsonNode amount = item.path("amount");
    return new AdyenItem(
        text(item.path("pspReference")),
        text(item.path("originalReference")),
        text(item.path("merchantAccountCode")),
        text(item.path("merchantReference")),
        text(amount.path("value")),
        text(amount.path("currency")),
        text(item.path("eventCode")),
        text(item.path("success")));
  }

  private static String text(JsonNode value) throws Refusal {
    unless(!value.isContainerNode(), RejectionReason.MALFORMED_PAYLOAD);
    return value.isNull() ? "" : value.asText();
  }

  private List<String> fields() {
    return List.of(
        pspReference, originalReference, account, reference, value, currency, eventCode, success);
  }

  byte[] signedBytes() {
    return String.join(":", fields()).getBytes(StandardCharsets.UTF_8);
  }

  /** Whether the signed text can be taken apart into these fields only. */
  boolean hasOneReading() {
    long colons =
        fields().stream().filter(field -> field.indexOf(':') >= 0).count()
            - (reference.indexOf(':') >= 0 ? 1 : 0);
    return colons == 0
        && AMOUNT.matcher(value).matches()
        && (success.equals("true") || success.equals("false"));
  }

  Event event() {
    String id = pspReference + "/" + eventCode + "/" + success;
    return new Event(
        id.length() <= 255 ? id : Digests.sha256Id(id),
        eventCode,
        pspReference.isEmpty() ? null : pspReference,
        null);
  }

  /** What is signed, and nothing else, in the provider's own form. */
  byte[] body() {
    Map<String, Object> item = new LinkedHashMap<>();
    item.put("pspReference", pspReference);
    item.put("originalReference", originalReference);
    item.put("merchantAccountCode", account);
    item.put("merchantReference", reference);
    item.put("amount", Map.of("value", value, "currency", currency));
    item.put("eventCode", eventCode);
    item.put("success", success);
    return Json.write(Map.of("NotificationRequestItem", item));
  }
}
