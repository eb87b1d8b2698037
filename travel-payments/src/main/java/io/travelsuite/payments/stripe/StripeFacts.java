package io.travelsuite.payments.stripe;

import com.fasterxml.jackson.databind.JsonNode;
import io.travelsuite.Mode;
import io.travelsuite.payments.ledger.Fact;
import io.travelsuite.payments.ledger.PaymentReference;
import io.travelsuite.payments.ledger.Transition;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The facts that Stripe's objects tell. The same fact has the same object and amount whichever of
 * them tells it: what a PaymentIntent and its charge tell is named by the PaymentIntent.
 */
final class StripeFacts {

  static final String REFERENCE = "travel_reference";

  private final String provider;
  private final Mode mode;

  /** The mode is that of what does not tell one itself. */
  StripeFacts(String provider, Mode mode) {
    this.provider = provider;
    this.mode = mode;
  }

  /** Of a PaymentIntent, a charge, a refund or a dispute; of anything else none. */
  List<Fact> of(JsonNode object) {
    return switch (object.path("object").asText()) {
      case "payment_intent" -> intent(object);
      case "charge" -> charge(object, object.path("payment_intent"));
      case "refund" -> refund(object);
      case "dispute" -> dispute(object);
      default -> List.of();
    };
  }

  /** Canceled with a charge we do not see, it may have been authorized or not: that tells none. */
  private List<Fact> intent(JsonNode intent) {
    JsonNode charge = intent.path("latest_charge");
    if (charge.isObject()) {
      List<Fact> told = charge(charge, intent.path("id"));
      if (!told.isEmpty()) {
        return told;
      }
    }
    String id = intent.path("id").asText();
    Money amount = amount(intent, "amount");
    return switch (intent.path("status").asText()) {
      case "requires_capture" -> List.of(fact(intent, id, Transition.AUTHORIZED, amount));
      case "succeeded" -> captured(intent, id, amount, amount(intent, "amount_received"));
      case "canceled" ->
          charge.isNull() || charge.isMissingNode() || charge.isObject()
              ? List.of(fact(intent, id, Transition.FAILED, amount))
              : List.of();
      default -> List.of();
    };
  }

  /** What is not captured by the end is released. */
  private List<Fact> captured(JsonNode object, String id, Money authorized, Money captured) {
    List<Fact> facts = new ArrayList<>();
    facts.add(fact(object, id, Transition.AUTHORIZED, authorized));
    facts.add(fact(object, id, Transition.CAPTURED, captured));
    if (captured.isLessThan(authorized)) {
      facts.add(fact(object, id, Transition.VOIDED, authorized.minus(captured)));
    }
    return facts;
  }

  private List<Fact> charge(JsonNode charge, JsonNode intent) {
    if (!intent.isTextual() || !charge.path("status").asText().equals("succeeded")) {
      return List.of();
    }
    Money amount = amount(charge, "amount");
    String id = intent.asText();
    if (charge.path("captured").asBoolean()) {
      return captured(charge, id, amount, amount(charge, "amount_captured"));
    }
    Fact authorized = fact(charge, id, Transition.AUTHORIZED, amount);
    return charge.path("refunded").asBoolean()
        ? List.of(authorized, fact(charge, id, Transition.VOIDED, amount))
        : List.of(authorized);
  }

  private List<Fact> refund(JsonNode refund) {
    boolean failed = refund.path("status").asText().matches("failed|canceled");
    Transition transition = failed ? Transition.FAILED : Transition.REFUNDED;
    return part(refund, transition);
  }

  private List<Fact> dispute(JsonNode dispute) {
    boolean inquiry = dispute.path("status").asText().startsWith("warning_");
    return inquiry ? List.of() : part(dispute, Transition.DISPUTED);
  }

  /** Of an object of its own within a payment; one without a PaymentIntent is not ours. */
  private List<Fact> part(JsonNode object, Transition transition) {
    JsonNode intent = object.path("payment_intent");
    if (!intent.isTextual()) {
      return List.of();
    }
    String id = object.path("id").asText();
    Fact told = fact(object, id, transition, amount(object, "amount"));
    return List.of(
        new Fact(
            provider,
            told.mode(),
            told.reference(),
            intent.asText(),
            id,
            transition,
            told.amount(),
            told.instrument()));
  }

  private Fact fact(JsonNode from, String id, Transition transition, Money amount) {
    JsonNode live = from.path("livemode");
    Mode told = live.isBoolean() ? (live.asBoolean() ? Mode.LIVE : Mode.TEST) : mode;
    return new Fact(provider, told, reference(from), id, id, transition, amount, fingerprint(from));
  }

  private static @Nullable PaymentReference reference(JsonNode object) {
    String told = object.path("metadata").path(REFERENCE).asText();
    return PaymentReference.isOne(told) ? new PaymentReference(told) : null;
  }

  private static @Nullable String fingerprint(JsonNode charge) {
    JsonNode details = charge.path("payment_method_details").path("card").path("fingerprint");
    return details.isTextual() ? details.asText() : null;
  }

  private static Money amount(JsonNode object, String field) {
    return StripeAmounts.money(object.path("currency").asText(), object.required(field).asLong());
  }
}
