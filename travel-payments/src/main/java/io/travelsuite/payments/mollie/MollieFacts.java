package io.travelsuite.payments.mollie;

import com.fasterxml.jackson.databind.JsonNode;
import io.travelsuite.Mode;
import io.travelsuite.payments.ledger.Fact;
import io.travelsuite.payments.ledger.PaymentReference;
import io.travelsuite.payments.ledger.Transition;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** The facts that a Mollie payment tells, with its refunds and chargebacks embedded. */
final class MollieFacts {

  static final String REFERENCE = "travel_reference";

  private final String provider;

  MollieFacts(String provider) {
    this.provider = provider;
  }

  List<Fact> of(JsonNode payment) {
    Told told = new Told(mode(payment), reference(payment), payment.required("id").asText());
    List<Fact> facts = new ArrayList<>();
    Money amount = amount(payment);
    switch (payment.path("status").asText()) {
      case "paid" -> {
        facts.add(fact(told, told.payment(), Transition.AUTHORIZED, amount));
        facts.add(fact(told, told.payment(), Transition.CAPTURED, amount));
      }
      case "canceled", "expired", "failed" ->
          facts.add(fact(told, told.payment(), Transition.FAILED, amount));
      default -> {}
    }
    for (JsonNode refund : payment.path("_embedded").path("refunds")) {
      facts.add(refund(told, refund));
    }
    for (JsonNode back : payment.path("_embedded").path("chargebacks")) {
      facts.add(fact(told, back.required("id").asText(), Transition.DISPUTED, amount(back)));
    }
    return facts;
  }

  private record Told(Mode mode, @Nullable PaymentReference reference, String payment) {}

  /** A refund on its own, as the answer to asking for one. */
  Fact refund(JsonNode refund) {
    Told told = new Told(mode(refund), null, refund.required("paymentId").asText());
    return refund(told, refund);
  }

  private Fact refund(Told told, JsonNode refund) {
    boolean failed = refund.path("status").asText().matches("failed|canceled");
    Transition transition = failed ? Transition.FAILED : Transition.REFUNDED;
    return fact(told, refund.required("id").asText(), transition, amount(refund));
  }

  private Fact fact(Told told, String object, Transition transition, Money amount) {
    return new Fact(
        provider, told.mode(), told.reference(), told.payment(), object, transition, amount, null);
  }

  /** Every object tells its mode; one that does not is not believed. */
  private static Mode mode(JsonNode object) {
    return switch (object.path("mode").asText()) {
      case "live" -> Mode.LIVE;
      case "test" -> Mode.TEST;
      default -> throw new IllegalArgumentException("tells no mode");
    };
  }

  static @Nullable PaymentReference reference(JsonNode payment) {
    String told = payment.path("metadata").path(REFERENCE).asText();
    return PaymentReference.isOne(told) ? new PaymentReference(told) : null;
  }

  private static Money amount(JsonNode object) {
    JsonNode amount = object.required("amount");
    return Money.of(
        CurrencyUnit.of(amount.required("currency").asText()),
        new BigDecimal(amount.required("value").asText()));
  }
}
