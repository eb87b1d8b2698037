package io.travelsuite.payments.webhook;

import static io.travelsuite.payments.webhook.Refusal.unless;

import java.util.List;

/** Reads headers and parameters of a request, or refuses it. */
final class Headers {

  private Headers() {}

  /** The one value of a header that must be there: twice with two values it has no meaning. */
  static String required(WebhookRequest request, String name) throws Refusal {
    return single(request.headers(name), RejectionReason.MISSING_HEADER);
  }

  /** The values of a signature's header, at least one, none of them empty. */
  static List<String> signatures(WebhookRequest request, String name) throws Refusal {
    List<String> values =
        request.headers(name).stream()
            .map(String::strip)
            .filter(value -> !value.isEmpty())
            .toList();
    unless(!values.isEmpty(), RejectionReason.MISSING_SIGNATURE);
    return values;
  }

  /** The one value of a signature's header. */
  static String signature(WebhookRequest request, String name) throws Refusal {
    return single(request.headers(name), RejectionReason.MISSING_SIGNATURE);
  }

  /** The one value of a parameter; the reason says what it means that there is none. */
  static String parameter(List<WebhookParameter> parameters, String name, RejectionReason missing)
      throws Refusal {
    List<String> values =
        parameters.stream()
            .filter(parameter -> parameter.name().equals(name))
            .map(WebhookParameter::value)
            .distinct()
            .toList();
    unless(!values.isEmpty() && !values.get(0).isEmpty(), missing);
    unless(values.size() == 1, RejectionReason.MALFORMED_PAYLOAD);
    return values.get(0);
  }

  private static String single(List<String> values, RejectionReason missing) throws Refusal {
    unless(!values.isEmpty(), missing);
    String value = values.get(0).strip();
    unless(!value.isEmpty(), missing);
    for (String other : values) {
      unless(other.strip().equals(value), RejectionReason.MALFORMED_HEADER);
    }
    return value;
  }
}
