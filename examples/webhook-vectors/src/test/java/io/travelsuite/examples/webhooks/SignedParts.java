package io.travelsuite.examples.webhooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.travelsuite.payments.webhook.WebhookParameter;
import io.travelsuite.payments.webhook.WebhookRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.zip.CRC32;

/**
 * What each provider signs of a request, told apart from the verifiers: two requests with the same
 * signed part may both be believed, a change of it may not. Written for requests derived from valid
 * ones; what it cannot read is a part of its own.
 */
final class SignedParts {

  private static final JsonMapper JSON = new JsonMapper();

  private static final Map<String, BiFunction<VectorCase, WebhookRequest, Object>> BY_PROVIDER =
      Map.ofEntries(
          Map.entry("adyen", SignedParts::adyen),
          Map.entry("braintree", (vector, request) -> braintree(request)),
          Map.entry("esewa", (vector, request) -> SignedValues.esewa(request)),
          Map.entry("flutterwave", (vector, request) -> SignedValues.flutterwave(request)),
          Map.entry("iyzico", (vector, request) -> SignedValues.iyzico(request)),
          Map.entry("mercadopago", (vector, request) -> mercadoPago(request)),
          Map.entry("paypal", (vector, request) -> payPal(request)),
          Map.entry("razorpay", SignedParts::razorpay),
          Map.entry("revolut", (vector, request) -> SignedValues.revolut(request)),
          Map.entry("sendgrid", (vector, request) -> SignedValues.sendGrid(request)),
          Map.entry("standard-webhooks", (vector, request) -> standardWebhooks(request)),
          Map.entry("stripe", (vector, request) -> stripe(request)),
          Map.entry("twilio", SignedValues::twilio),
          Map.entry("xendit", (vector, request) -> SignedValues.xendit(request)));

  private SignedParts() {}

  /** Whether a mutant of a case's request differs in what is signed: the body, unless told here. */
  static boolean differ(VectorCase vector, WebhookRequest one, WebhookRequest other) {
    BiFunction<VectorCase, WebhookRequest, Object> part =
        BY_PROVIDER.getOrDefault(vector.provider(), (any, request) -> body(request));
    return !part.apply(vector, one).equals(part.apply(vector, other));
  }

  private static Object stripe(WebhookRequest request) {
    return List.of(item(header(request, "Stripe-Signature"), "t="), body(request));
  }

  private static Object standardWebhooks(WebhookRequest request) {
    String prefix = request.headers("webhook-signature").isEmpty() ? "svix-" : "webhook-";
    return List.of(
        header(request, prefix + "id"), header(request, prefix + "timestamp"), body(request));
  }

  private static Object payPal(WebhookRequest request) {
    CRC32 crc = new CRC32();
    crc.update(request.body());
    return List.of(
        header(request, "PAYPAL-TRANSMISSION-ID"),
        header(request, "PAYPAL-TRANSMISSION-TIME"),
        crc.getValue());
  }

  /** Either case of an id is taken for the other. */
  private static Object mercadoPago(WebhookRequest request) {
    return List.of(
        parameter(request.query(), "data.id").toLowerCase(Locale.ROOT),
        header(request, "x-request-id"),
        item(header(request, "x-signature"), "ts="));
  }

  private static Object razorpay(VectorCase vector, WebhookRequest request) {
    if (vector.kind().equals("webhook")) {
      return body(request);
    }
    List<WebhookParameter> form = request.form().isEmpty() ? request.query() : request.form();
    return vector.parameters().stream()
        .map(WebhookParameter::name)
        .filter(name -> !name.equals("razorpay_signature"))
        .map(name -> parameter(form, name))
        .toList();
  }

  private static Object braintree(WebhookRequest request) {
    String payload = parameter(request.form(), "bt_payload");
    return payload.endsWith("\n") ? payload.substring(0, payload.length() - 1) : payload;
  }

  private static Object adyen(VectorCase vector, WebhookRequest request) {
    if (vector.kind().equals("header")) {
      return body(request);
    }
    List<Object> items = new ArrayList<>();
    for (JsonNode wrapped : json(request).path("notificationItems")) {
      JsonNode item = wrapped.path("NotificationRequestItem");
      for (String field :
          List.of(
              "/pspReference",
              "/originalReference",
              "/merchantAccountCode",
              "/merchantReference",
              "/amount/value",
              "/amount/currency",
              "/eventCode",
              "/success")) {
        items.add(item.at(field).isNull() ? "" : item.at(field).asText());
      }
    }
    return items;
  }

  private static JsonNode json(WebhookRequest request) {
    try {
      return JSON.readTree(request.body());
    } catch (IOException notJson) {
      return JSON.missingNode();
    }
  }

  private static String parameter(List<WebhookParameter> parameters, String name) {
    return parameters.stream()
        .filter(parameter -> parameter.name().equals(name))
        .map(WebhookParameter::value)
        .filter(value -> !value.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static String item(String list, String prefix) {
    return Arrays.stream(list.split(","))
        .map(String::strip)
        .filter(item -> item.startsWith(prefix))
        .map(item -> item.substring(prefix.length()).strip())
        .findFirst()
        .orElse("");
  }

  private static String header(WebhookRequest request, String name) {
    return request.headers(name).stream().findFirst().orElse("").strip();
  }

  /** The body's very bytes, as something that compares. */
  private static Object body(WebhookRequest request) {
    return new String(request.body(), StandardCharsets.ISO_8859_1);
  }
}
