package io.travelsuite.payments.stripe;

import com.fasterxml.jackson.databind.JsonNode;
import io.travelsuite.payments.Lookup;
import io.travelsuite.payments.http.ProviderHttp;
import io.travelsuite.payments.http.ProviderHttp.Answer;
import io.travelsuite.payments.ledger.Fact;
import io.travelsuite.payments.ledger.PaymentReference;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks Stripe what it knows of a payment: by its id, or by our reference through the search, which
 * lags behind by up to a minute. It does not find what is too fresh, nor a page on which nobody has
 * begun to pay; both are asked for again under their key, which answers what is there.
 */
final class StripeLookup {

  private final ProviderHttp http;
  private final StripeFacts facts;

  StripeLookup(ProviderHttp http, StripeFacts facts) {
    this.http = http;
    this.facts = facts;
  }

  Lookup find(PaymentReference reference, @Nullable String id) {
    if (id == null) {
      return search(reference);
    }
    return id.startsWith("cs_") ? session(id) : intent(id);
  }

  private Lookup search(PaymentReference reference) {
    String query = "metadata['" + StripeFacts.REFERENCE + "']:'" + reference + "'";
    Answer answer =
        http.get("/v1/payment_intents/search?limit=1&query=" + ProviderHttp.encode(query));
    if (!answer.ok()) {
      return new Lookup.Unanswered(answer.reason());
    }
    JsonNode first = answer.body().path("data").path(0);
    return first.isObject() ? intent(first.path("id").asText()) : new Lookup.Absent();
  }

  private Lookup session(String id) {
    Answer answer =
        http.get(
            "/v1/checkout/sessions/" + ProviderHttp.encode(id) + "?expand%5B%5D=payment_intent");
    if (!answer.ok()) {
      return missing(answer);
    }
    JsonNode intent = answer.body().path("payment_intent");
    if (intent.isObject() && !intent.path("status").asText().startsWith("requires_payment")) {
      return intent(intent.path("id").asText());
    }
    boolean open = answer.body().path("status").asText().equals("open");
    return new Lookup.Found(id, List.of(), open);
  }

  private Lookup intent(String id) {
    String encoded = ProviderHttp.encode(id);
    Answer intent = http.get("/v1/payment_intents/" + encoded + "?expand%5B%5D=latest_charge");
    if (!intent.ok()) {
      return missing(intent);
    }
    List<Fact> told = new ArrayList<>(facts.of(intent.body()));
    for (String kind : List.of("refunds", "disputes")) {
      Answer list = http.get("/v1/" + kind + "?limit=100&payment_intent=" + encoded);
      if (!list.ok()) {
        return new Lookup.Unanswered(list.reason());
      }
      list.body().path("data").forEach(part -> told.addAll(facts.of(part)));
    }
    String status = intent.body().path("status").asText();
    boolean open = status.matches("requires_action|requires_confirmation|processing");
    return new Lookup.Found(id, told, open);
  }

  private static Lookup missing(Answer answer) {
    return answer.status() == 404 ? new Lookup.Absent() : new Lookup.Unanswered(answer.reason());
  }
}
