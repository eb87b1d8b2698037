package io.travelsuite.jdbc.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.travelsuite.InvalidRequestException;
import io.travelsuite.booking.Booking;
import io.travelsuite.booking.Customer;
import io.travelsuite.booking.Held;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.booking.KeyConflict;
import io.travelsuite.jdbc.JdbcPersonalData;
import io.travelsuite.security.data.UnreadableFieldException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Customers at rest. */
class SealedCustomerTest extends PersonalSuite {

  @Test
  void a_dump_of_all_tables_tells_nothing_of_a_customer() {
    Booking held = hold(ADA);
    travel.bookings().confirm(held.id(), "paid").orElseThrow();

    assertThat(dump()).doesNotContainIgnoringCase(CANARY).doesNotContain("5552671");
    assertThat(travel.bookings().find(held.id()).orElseThrow().customer()).isEqualTo(ADA);
  }

  @Test
  void control_without_keys_a_dump_tells_all() {
    hold(fixture.travel(), ADA);

    assertThat(dump()).contains(CANARY).contains("5552671");
  }

  @Test
  void one_that_is_moved_to_another_row_or_altered_does_not_open() {
    Booking one = hold(ADA);
    Booking other = hold(Customer.of("Bob", "bob@example.org"));
    fixture
        .rows()
        .update(
            """
            UPDATE travel_booking a JOIN travel_booking b ON a.id = ? AND b.id = ?
            SET a.customer = b.customer
            """,
            one.id().value(),
            other.id().value());

    assertThatThrownBy(() -> travel.bookings().find(one.id()))
        .isInstanceOf(UnreadableFieldException.class)
        .hasMessageContaining("travel_booking.customer")
        .hasMessageNotContaining("Bob");
    fixture
        .rows()
        .update(
            "UPDATE travel_booking SET customer = CONCAT(customer, 'x') WHERE id = ?",
            other.id().value());
    assertThatThrownBy(() -> travel.bookings().find(other.id()))
        .isInstanceOf(UnreadableFieldException.class);
  }

  @Test
  void a_transition_of_one_that_does_not_open_is_made_and_answered_without_the_customer() {
    Booking held = hold(ADA);
    fixture.rows().update("UPDATE travel_booking SET customer = CONCAT(customer, 'x')");

    Booking confirmed = travel.bookings().confirm(held.id(), "paid").orElseThrow();

    assertThat(confirmed.customer()).isEqualTo(Customer.UNKNOWN);
  }

  @Test
  void a_process_without_keys_finds_bookings_without_their_customers_and_leaves_them_as_they_are() {
    Booking held = hold(ADA);

    Booking confirmed = fixture.travel().bookings().confirm(held.id(), "paid").orElseThrow();

    assertThat(confirmed.customer()).isEqualTo(Customer.UNKNOWN);
    assertThat(travel.bookings().find(held.id()).orElseThrow().customer()).isEqualTo(ADA);
    assertThatThrownBy(() -> JdbcPersonalData.of(fixture.travel()))
        .isInstanceOf(InvalidRequestException.class);
  }

  @Test
  void bookings_are_found_by_an_address_in_other_forms_and_by_nobody_elses() {
    Booking first = hold(ADA);
    Booking second = hold(new Customer(null, "ADA@" + CANARY + ".example", null, null));
    hold(Customer.of("Bob", "bob@example.org"));

    assertThat(ada()).containsExactly(person(first), person(second));
    assertThat(personal.findByPhone(fixture.operator().id(), "+1 415 555 2671"))
        .containsExactly(person(first));
    assertThat(personal.findByEmail(fixture.operator().id(), "eve@example.org")).isEmpty();
  }

  @Test
  void a_request_is_known_again_and_another_one_under_its_key_is_not() {
    HoldRequest request = HoldRequest.of(departure, 1).customer(ADA).key("k");
    Booking held = travel.bookings().hold(request).orElseThrow();

    assertThat(travel.bookings().hold(request)).isEqualTo(new Held(held, true));
    assertThat(travel.bookings().hold(request.customer(Customer.UNKNOWN)))
        .isEqualTo(new KeyConflict(held.id()));
  }

  @Test
  void a_request_from_before_there_were_keys_is_known_again() {
    HoldRequest request = HoldRequest.of(departure, 1).customer(ADA).key("k");
    Booking held = fixture.travel().bookings().hold(request).orElseThrow();

    assertThat(travel.bookings().hold(request)).isEqualTo(new Held(held, true));
    personal.sealPlain(null, 10);
    assertThat(travel.bookings().hold(request)).isEqualTo(new Held(held, true));
  }

  @Test
  void nothing_is_sealed_of_nobody() {
    hold(Customer.UNKNOWN);

    assertThat(fixture.rows().number("SELECT COUNT(*) FROM travel_subject_key")).isZero();
  }

  @Test
  void customers_from_before_there_were_keys_are_sealed_in_batches() {
    Set<Booking> plain = new HashSet<>();
    for (int i = 0; i < 5; i++) {
      plain.add(hold(fixture.travel(), ADA));
    }
    assertThat(ada()).isEmpty();

    var next = personal.sealPlain(null, 2);
    while (next.isPresent()) {
      next = personal.sealPlain(next.get(), 2);
    }

    assertThat(dump()).doesNotContain(CANARY);
    assertThat(ada()).hasSize(5);
    assertThat(plain)
        .allMatch(held -> travel.bookings().find(held.id()).orElseThrow().equals(held));
    assertThat(personal.sealPlain(null, 10)).isEmpty();
    assertThat(List.copyOf(ada())).hasSize(5);
  }
}
