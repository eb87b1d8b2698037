package io.travelsuite.jdbc.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.travelsuite.InvalidRequestException;
import io.travelsuite.booking.Booking;
import io.travelsuite.booking.Customer;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.jdbc.Fixture;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

class NaughtyTextTest {

  private static JsonNode naughty() throws IOException {
    try (InputStream in = NaughtyTextTest.class.getResourceAsStream("/vectors/edge/blns.json")) {
      return new ObjectMapper().readTree(in);
    }
  }

  /**
   * Neither a statement nor a table takes harm: what was put in comes out, or is refused by name.
   */
  @Test
  void every_naughty_string_comes_back_from_the_database_as_it_was() throws IOException {
    try (Fixture fixture = Fixture.create()) {
      OccurrenceId departure = fixture.open(1_000);
      int kept = 0;
      int number = 0;
      for (JsonNode text : naughty()) {
        number++;
        Customer customer = customer(text.asText());
        if (customer != null) {
          HoldRequest request =
              HoldRequest.of(departure, 1).key("naughty-" + number).customer(customer);
          Booking held = fixture.travel().bookings().hold(request).orElseThrow();
          Booking read = fixture.travel().bookings().find(held.id()).orElseThrow();
          assertThat(read.customer()).isEqualTo(customer);
          kept++;
        }
      }
      assertThat(kept).isGreaterThan(400);
    }
  }

  private static Customer customer(String name) {
    try {
      return Customer.of(name, "a@b.example");
    } catch (InvalidRequestException refused) {
      assertThat(refused.field()).isEqualTo("customer.name");
      return null;
    }
  }
}
