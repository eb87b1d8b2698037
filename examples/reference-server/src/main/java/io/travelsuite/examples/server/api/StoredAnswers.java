package io.travelsuite.examples.server.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.travelsuite.booking.Booking;
import io.travelsuite.booking.BookingId;
import io.travelsuite.booking.Bookings;
import io.travelsuite.booking.Customer;
import io.travelsuite.examples.server.refund.Refunds;
import io.travelsuite.idempotency.JsonForm;
import io.travelsuite.idempotency.http.HttpAnswer;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Answers as they are kept for a request that comes again: without the customer and what was
 * written of them, which are looked up when it does. So nothing personal is stored beside the
 * booking, and who was erased is in no answer.
 *
 * @param bookings where customers are
 * @param refunds where reasons are
 */
record StoredAnswers(Bookings bookings, Refunds refunds) implements JsonForm<HttpAnswer> {

  private static final String CUSTOMER = "customer";
  private static final String REASON = "reason";

  /** What tells the booking, in the order in which it is looked for. */
  private static final List<String> IDS = List.of("id", "booking");

  /** Numbers stay as they are written. */
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
          .build();

  @Override
  public String write(HttpAnswer answer) {
    return HttpAnswer.FORM.write(with(answer, StoredAnswers::leaveOut));
  }

  @Override
  public HttpAnswer read(String json) {
    return with(HttpAnswer.FORM.read(json), this::putBack);
  }

  private static HttpAnswer with(HttpAnswer answer, Consumer<ObjectNode> edit) {
    String text = answer.text();
    if (!text.startsWith("{")) {
      return answer;
    }
    try {
      JsonNode body = JSON.readTree(text);
      walk(body, edit);
      byte[] bytes = JSON.writeValueAsString(body).getBytes(UTF_8);
      return new HttpAnswer(answer.status(), answer.headers(), bytes);
    } catch (IOException e) {
      throw new IllegalStateException("an answer that begins as JSON, and is not", e);
    }
  }

  private static void walk(JsonNode node, Consumer<ObjectNode> edit) {
    if (node instanceof ObjectNode object) {
      edit.accept(object);
    }
    node.forEach(child -> walk(child, edit));
  }

  private static void leaveOut(ObjectNode booking) {
    if (booking.path(CUSTOMER).isObject() && id(booking).isPresent()) {
      booking.put(CUSTOMER, true);
    }
    if (booking.path(REASON).isTextual() && booking.has("booking")) {
      booking.put(REASON, true);
    }
  }

  private void putBack(ObjectNode object) {
    if (object.path(CUSTOMER).isBoolean()) {
      putCustomer(object);
    }
    if (object.path(REASON).isBoolean()) {
      UUID refund = UUID.fromString(object.path("id").asText());
      object.put(REASON, refunds.find(refund).map(found -> found.what().reason()).orElse(""));
    }
  }

  private void putCustomer(ObjectNode booking) {
    Views.Person person =
        Views.person(
            id(booking).flatMap(bookings::find).map(Booking::customer).orElse(Customer.UNKNOWN));
    if (person == null) {
      booking.remove(CUSTOMER);
    } else {
      booking.set(CUSTOMER, JSON.valueToTree(person));
    }
  }

  private static Optional<BookingId> id(ObjectNode booking) {
    return IDS.stream()
        .map(booking::path)
        .filter(JsonNode::isTextual)
        .map(id -> BookingId.of(id.asText()))
        .findFirst();
  }
}
