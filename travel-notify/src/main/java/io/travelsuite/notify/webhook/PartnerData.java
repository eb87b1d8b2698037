package io.travelsuite.notify.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.travelsuite.notify.outbox.OutboxEvent;
import java.util.Optional;
import java.util.Set;

/**
 * What a partner is told of an event. Thread-safe; called in the transaction that writes the
 * delivery down, so that it neither waits nor calls anybody.
 */
@FunctionalInterface
public interface PartnerData {

  /**
   * The {@code data} of the webhook.
   *
   * @param endpoint who is told; enabled, and wants the event's type
   * @param event what happened
   * @return JSON, or nothing if this partner is not told of this event
   */
  Optional<String> of(PartnerEndpoint endpoint, OutboxEvent event);

  /**
   * {@return what happened to what: ids, states, times and places, by a list of names}
   *
   * <p>Without prices, promo codes and the payment's reference, and without whatever a later
   * version of the library adds. The outbox has no personal data.
   */
  static PartnerData listed() {
    return (endpoint, event) -> Optional.of(Listed.data(event.payload()));
  }

  /** The names that partners are told. */
  final class Listed {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private static final Set<String> OF_THE_EVENT =
        Set.of(
            "booking",
            "reference",
            "state",
            "version",
            "channel",
            "expiresAt",
            "occurrence",
            "product",
            "startsAt",
            "from",
            "to",
            "fromLocal",
            "toLocal",
            "rule",
            "departsAt",
            "zone");

    private static final Set<String> OF_A_LINE =
        Set.of("number", "occurrence", "fareUnit", "fareClass", "legs", "takes", "units", "seats");

    private Listed() {}

    private static String data(String payload) {
      try {
        JsonNode all = MAPPER.readTree(payload);
        ObjectNode data = MAPPER.createObjectNode();
        copy(all, data, OF_THE_EVENT);
        if (all.path("lines").isArray()) {
          ArrayNode lines = data.putArray("lines");
          all.path("lines").forEach(line -> copy(line, lines.addObject(), OF_A_LINE));
        }
        return MAPPER.writeValueAsString(data);
      } catch (JsonProcessingException e) {
        e.clearLocation(); // it would quote the payload
        throw new IllegalArgumentException("the event's payload is no JSON", e);
      }
    }

    private static void copy(JsonNode from, ObjectNode to, Set<String> names) {
      for (String name : names) {
        JsonNode value = from.get(name);
        if (value != null) {
          to.set(name, value);
        }
      }
    }
  }
}
