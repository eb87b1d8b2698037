package io.travelsuite.jdbc.personal;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.booking.Booking;
import io.travelsuite.booking.Customer;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.jdbc.Race;
import io.travelsuite.security.data.DataSubject;
import io.travelsuite.security.erasure.Erasure;
import io.travelsuite.security.erasure.ErasureJournal;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys of persons in the database. */
class SubjectKeyStoreTest extends PersonalSuite {

  @TempDir private Path folder;

  private Erasure erasure() {
    return personal.erasure(new ErasureJournal(folder.resolve("erasures")), List.of());
  }

  @Test
  void a_key_is_rolled_back_with_the_booking_that_it_seals() throws Exception {
    try (Connection host = fixture.connect()) {
      host.setAutoCommit(false);
      HoldRequest request = HoldRequest.of(departure, 1).customer(ADA);
      Booking held = travel.joining(host).bookings().hold(request).orElseThrow();
      assertThat(travel.joining(host).bookings().find(held.id()).orElseThrow().customer())
          .isEqualTo(ADA);
      host.rollback();
    }
    assertThat(fixture.rows().number("SELECT COUNT(*) FROM travel_subject_key")).isZero();
  }

  @Test
  void somebody_who_was_never_known_is_erased_once_and_for_all() {
    DataSubject nobody = new DataSubject(fixture.operator().id(), new UUID(7, 7));

    erasure().erase(nobody);
    erasure().erase(nobody);

    assertThat(
            fixture
                .rows()
                .number("SELECT COUNT(*) FROM travel_subject_key WHERE destroyed_at IS NOT NULL"))
        .isOne();
    assertThat(
            fixture
                .rows()
                .number("SELECT COUNT(*) FROM travel_audit WHERE action = 'person.erased'"))
        .isOne();
  }

  @Test
  void one_person_erased_by_many_at_once_is_erased_once() {
    Booking held = hold(ADA);
    Erasure erasure = erasure();

    Race.run(
        4,
        number -> {
          erasure.erase(person(held));
          return true;
        });

    assertThat(travel.bookings().find(held.id()).orElseThrow().customer())
        .isEqualTo(Customer.UNKNOWN);
    assertThat(
            fixture
                .rows()
                .number("SELECT COUNT(*) FROM travel_audit WHERE action = 'person.erased'"))
        .isOne();
  }
}
