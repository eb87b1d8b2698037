package io.travelsuite.examples.webhooks;

import com.fasterxml.jackson.databind.JsonNode;
import io.travelsuite.payments.webhook.VerifierSettings;
import io.travelsuite.payments.webhook.WebhookParameter;
import io.travelsuite.payments.webhook.WebhookRequest;
import io.travelsuite.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One case of a vector file.
 *
 * @param provider the file's provider
 * @param json the case, of the form that the vectors' README describes
 */
record VectorCase(String provider, JsonNode json) {

  /** Longer than any case is from 1970: no limit. */
  private static final Duration ANY_TIME = Duration.ofDays(365_000);

  String name() {
    return text("name", "(unnamed)");
  }

  boolean isValid() {
    return json.path("valid").asBoolean();
  }

  /** The class of the reason it is not valid for; empty if it is, or the file does not say. */
  String error() {
    return text("error", "");
  }

  /** Whether the case is about what may be believed without asking the provider. */
  boolean requiresFetchBack() {
    return json.path("requiresFetchBack").asBoolean();
  }

  /** The kind of what is signed, for providers that sign several; empty for the usual one. */
  String kind() {
    return text("kind", text("mode", ""));
  }

  String text(String name, String otherwise) {
    JsonNode value = json.path(name);
    return value.isMissingNode() || value.isNull() ? otherwise : value.asText();
  }

  /** The secrets as texts, newest first; one may be empty. */
  List<String> secrets() {
    return texts(json.path("secret"));
  }

  /** What a host would have set. */
  VerifierSettings settings() {
    VerifierSettings settings =
        VerifierSettings.of(
            "vectors", clock(), secrets().stream().map(Secret::of).toArray(Secret[]::new));
    String url = text("url", "");
    return (url.isEmpty() ? settings : settings.publicUrl(url)).tolerance(tolerance());
  }

  private Clock clock() {
    return Clock.fixed(Instant.ofEpochSecond(json.path("now").asLong()), ZoneOffset.UTC);
  }

  /** A case without a time asks for none; and 0 is the vendors' word for no limit. */
  private Duration tolerance() {
    long seconds = json.path("toleranceSeconds").asLong(300);
    return seconds <= 0 || !json.has("now") ? ANY_TIME : Duration.ofSeconds(seconds);
  }

  /** What would have come over the network. */
  WebhookRequest request() {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    json.path("headers")
        .properties()
        .forEach(header -> headers.put(header.getKey(), texts(header.getValue())));
    String url = text("url", "");
    int query = url.indexOf('?');
    return WebhookRequest.of(text("body", "").getBytes(StandardCharsets.UTF_8), headers)
        .form(parameters())
        .query(query < 0 ? null : url.substring(query + 1));
  }

  /** The parameters, in their order. */
  List<WebhookParameter> parameters() {
    List<WebhookParameter> parameters = new ArrayList<>();
    for (JsonNode pair : json.path("params")) {
      parameters.add(new WebhookParameter(pair.path(0).asText(), pair.path(1).asText()));
    }
    return parameters;
  }

  private static List<String> texts(JsonNode one) {
    if (!one.isArray()) {
      return one.isMissingNode() || one.isNull() ? List.of() : List.of(one.asText());
    }
    List<String> texts = new ArrayList<>();
    one.forEach(text -> texts.add(text.asText()));
    return texts;
  }
}
