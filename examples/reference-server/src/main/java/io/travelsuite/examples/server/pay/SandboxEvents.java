package io.travelsuite.examples.server.pay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.travelsuite.InvalidRequestException;
import io.travelsuite.Mode;
import io.travelsuite.payments.ledger.Fact;
import io.travelsuite.payments.ledger.PaymentReference;
import io.travelsuite.payments.ledger.Transition;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** How the sandbox tells its facts by webhook: the library's sandbox hands them over as objects. */
public final class SandboxEvents {

  private static final ObjectMapper JSON = new ObjectMapper();

  private SandboxEvents() {}

  /**
   * {@return the body of a webhook}
   *
   * @param fact what it tells
   */
  public static byte[] body(Fact fact) {
    ObjectNode event = JSON.createObjectNode();
    event.put("type", "payment." + fact.transition().name().toLowerCase(Locale.ROOT));
    ObjectNode data = event.putObject("data");
    data.put("reference", fact.reference() == null ? null : fact.reference().value());
    data.put("payment", fact.payment()).put("object", fact.object());
    data.put("transition", fact.transition().name());
    data.put("currency", fact.amount().getCurrencyUnit().getCode());
    data.put("amount", fact.amount().getAmountMinorLong());
    return event.toString().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * {@return what a believed webhook tells; empty when it tells nothing of payments}
   *
   * @param provider the sandbox's name
   * @param body as it came
   */
  static List<Fact> facts(String provider, byte[] body) {
    try {
      JsonNode data = JSON.readTree(body).path("data");
      Money amount =
          Money.ofMinor(
              CurrencyUnit.of(data.path("currency").asText()), data.path("amount").asLong());
      return List.of(
          new Fact(
              provider,
              Mode.TEST,
              new PaymentReference(data.path("reference").asText()),
              data.path("payment").asText(),
              data.path("object").asText(),
              Transition.valueOf(data.path("transition").asText()),
              amount,
              null));
    } catch (IOException | InvalidRequestException | IllegalArgumentException unreadable) {
      return List.of();
    }
  }
}
