package io.travelsuite.examples.webhooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.travelsuite.payments.webhook.WebhookParameter;
import io.travelsuite.payments.webhook.WebhookRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.TreeSet;

/** The signed parts, as in {@link SignedParts}, of providers that sign values rather than bytes. */
final class SignedValues {

  private static final JsonMapper JSON = new JsonMapper();

  private SignedValues() {}

  /** A static token is all there is to forge: with it any body may ask to be read back. */
  static Object flutterwave(WebhookRequest request) {
    String token = header(request, "verif-hash");
    return token.isEmpty() ? body(request) : token;
  }

  static Object xendit(WebhookRequest request) {
    return header(request, "x-callback-token");
  }

  static Object revolut(WebhookRequest request) {
    return List.of(header(request, "Revolut-Request-Timestamp"), body(request));
  }

  static Object sendGrid(WebhookRequest request) {
    return List.of(header(request, "X-Twilio-Email-Event-Webhook-Timestamp"), body(request));
  }

  /** Without a query of its own a request has that of the configured URL. */
  static Object twilio(VectorCase vector, WebhookRequest request) {
    boolean isForm =
        request.headers("Content-Type").stream()
            .map(type -> type.strip().toLowerCase(Locale.ROOT))
            .anyMatch(type -> type.startsWith("application/x-www-form-urlencoded"));
    boolean given = !vector.parameters().isEmpty();
    List<WebhookParameter> form = given || isForm ? request.form() : List.of();
    String query = request.rawQuery() == null ? vector.request().rawQuery() : request.rawQuery();
    return List.of(String.valueOf(query), form.isEmpty() ? body(request) : canonical(form));
  }

  private static String canonical(List<WebhookParameter> form) {
    TreeMap<String, TreeSet<String>> sorted = new TreeMap<>();
    form.forEach(
        parameter ->
            sorted
                .computeIfAbsent(parameter.name(), any -> new TreeSet<>())
                .add(parameter.value()));
    StringBuilder canonical = new StringBuilder();
    sorted.forEach((name, values) -> values.forEach(value -> canonical.append(name + value)));
    return canonical.toString();
  }

  static Object iyzico(WebhookRequest request) {
    JsonNode body = json(request.body());
    String token = text(body, "token");
    String payment = text(body, "paymentId");
    return text(body, "iyziEventType")
        + (payment.isEmpty() ? text(body, "iyziPaymentId") : payment)
        + token
        + text(body, "paymentConversationId")
        + text(body, "status");
  }

  static Object esewa(WebhookRequest request) {
    List<WebhookParameter> parameters = new ArrayList<>(request.query());
    parameters.addAll(request.form());
    List<String> data =
        parameters.stream()
            .filter(parameter -> parameter.name().equals("data"))
            .map(parameter -> parameter.value().replace(' ', '+'))
            .distinct()
            .toList();
    return data.size() == 1 ? esewaFields(data.get(0)) : data;
  }

  private static Object esewaFields(String data) {
    try {
      JsonNode fields = json(Base64.getDecoder().decode(data));
      String names = text(fields, "signed_field_names");
      List<String> values = new ArrayList<>(List.of(names));
      for (String name : names.split(",", -1)) {
        values.add(text(fields, name));
      }
      return values;
    } catch (IllegalArgumentException notBase64) {
      return data;
    }
  }

  private static String text(JsonNode object, String name) {
    JsonNode value = object.path(name);
    return value.isNull() ? "" : value.asText();
  }

  private static JsonNode json(byte[] bytes) {
    try {
      return JSON.readTree(bytes);
    } catch (IOException notJson) {
      return JSON.missingNode();
    }
  }

  private static String header(WebhookRequest request, String name) {
    return request.headers(name).stream().findFirst().orElse("").strip();
  }

  private static Object body(WebhookRequest request) {
    return new String(request.body(), StandardCharsets.ISO_8859_1);
  }
}
