package io.travelsuite.jdbc.personal;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.Mode;
import io.travelsuite.booking.Booking;
import io.travelsuite.booking.Customer;
import io.travelsuite.jdbc.JdbcOutbox;
import io.travelsuite.jdbc.JdbcPayments;
import io.travelsuite.payments.ledger.Account;
import io.travelsuite.payments.ledger.Payment;
import io.travelsuite.payments.ledger.PaymentMethod;
import io.travelsuite.security.erasure.AccessReport;
import io.travelsuite.security.erasure.Erasure;
import io.travelsuite.security.erasure.ErasureJournal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Erasure and access over the library's own tables. */
class PersonErasureTest extends PersonalSuite {

  @TempDir private Path folder;

  private Erasure erasure;
  private Booking sold;
  private Booking bobs;

  @BeforeEach
  void sell() {
    erasure = personal.erasure(new ErasureJournal(folder.resolve("erasures")), List.of());
    sold = hold(ADA);
    sold = travel.bookings().confirm(sold.id(), "paid").orElseThrow();
    pay();
    hold(ADA);
    bobs = hold(Customer.of("Bob", "bob@example.org"));
    JdbcOutbox.of(travel, List.of()).collect();
  }

  private void pay() {
    Account account = new Account(fixture.operator().id(), "sandbox", Mode.TEST);
    PaymentMethod method = new PaymentMethod.Hosted(URI.create("https://shop.example/paid"));
    JdbcPayments.of(travel)
        .open(
            new Payment(
                account,
                "k",
                sold.id(),
                Money.parse("EUR 10.00"),
                method,
                "Trip of " + CANARY,
                CANARY),
            Duration.ofMinutes(5));
    tell();
  }

  /** What the provider sent about it, dealt with. */
  private void tell() {
    fixture
        .rows()
        .update(
            "UPDATE travel_payment SET provider_payment = 'pi_1' WHERE booking_id = ?",
            sold.id().value());
    fixture
        .rows()
        .update(
            """
            INSERT INTO travel_webhook_event
              (id, event_hash, provider, account, mode, event_id, event_type, object_id, trust, body,
               received_at, state, due_at, claim, claimed, tries, note)
            VALUES (?, REPEAT('h', 32), 'sandbox', 'main', 'TEST', 'e', 't', 'pi_1', 'SIGNED', ?,
              '2027-01-01', 'DONE', '2027-01-01', 1, 0, 1, '')
            """,
            sold.id().value(),
            "{\"payer\":\"" + CANARY + "\"}");
  }

  private void eraseAda() {
    ada().forEach(erasure::erase);
  }

  @Test
  void after_an_erasure_no_table_tells_of_the_person_and_what_was_sold_and_paid_stays() {
    assertThat(dump()).contains(CANARY); // in the payment, and in what the provider sent
    assertThat(ada()).hasSize(2);

    eraseAda();

    assertThat(dump()).doesNotContainIgnoringCase(CANARY);
    assertThat(ada()).isEmpty();
    Booking after = travel.bookings().find(sold.id()).orElseThrow();
    assertThat(after.customer()).isEqualTo(Customer.UNKNOWN);
    assertThat(after.lines()).isEqualTo(sold.lines());
    assertThat(fixture.rows().texts("SELECT amount FROM travel_payment")).containsExactly("1000");
    assertThat(travel.bookings().find(bobs.id())).contains(bobs);
    fixture.assertNoDrift();
  }

  @Test
  void it_is_recorded_in_the_audit_log_and_in_the_journal_by_ids_alone() {
    eraseAda();

    assertThat(
            fixture
                .rows()
                .texts(
                    """
                    SELECT LOWER(HEX(subject_id)) FROM travel_audit
                    WHERE action = 'person.erased' ORDER BY subject_id
                    """))
        .hasSize(2)
        .contains(sold.id().toString().replace("-", ""));
    assertThat(folder.resolve("erasures")).content().doesNotContainIgnoringCase(CANARY);
  }

  @Test
  void a_backup_from_before_is_erased_again_by_the_journal() {
    TableCopy.backUp(fixture);
    eraseAda();
    TableCopy.restore(fixture);
    assertThat(ada()).hasSize(2);

    Erasure.Report report = erasure.replay();

    assertThat(report.subjects()).isEqualTo(2);
    assertThat(report.rows()).isPositive();
    assertThat(dump()).doesNotContainIgnoringCase(CANARY);
    assertThat(travel.bookings().find(sold.id()).orElseThrow().customer())
        .isEqualTo(Customer.UNKNOWN);
    assertThat(erasure.replay().rows()).isZero();
  }

  @Test
  void control_a_backup_from_before_tells_of_the_person_as_long_as_the_journal_is_not_replayed() {
    TableCopy.backUp(fixture);
    eraseAda();
    TableCopy.restore(fixture);

    assertThat(travel.bookings().find(sold.id()).orElseThrow().customer()).isEqualTo(ADA);
  }

  @Test
  void where_nothing_is_sealed_an_erasure_takes_the_plain_columns_away() {
    Booking plain = hold(fixture.travel(), ADA);

    erasure.erase(person(plain));

    assertThat(fixture.rows().number("SELECT COUNT(customer_email) FROM travel_booking")).isZero();
    assertThat(fixture.travel().bookings().find(plain.id()).orElseThrow().customer())
        .isEqualTo(Customer.UNKNOWN);
  }

  @Test
  void an_access_report_is_one_json_with_all_about_the_person_and_nothing_of_others() {
    AccessReport report = personal.access(ada(), List.of());

    assertThat(report.json())
        .contains("\"email\":\"" + ADA.email() + "\"", sold.reference(), "Trip of " + CANARY)
        .contains("booking.held", "booking.confirmed")
        .doesNotContain("Bob", bobs.reference());
    assertThat(report.toString()).doesNotContain(CANARY);
  }
}
