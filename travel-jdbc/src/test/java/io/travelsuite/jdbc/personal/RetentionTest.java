package io.travelsuite.jdbc.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.travelsuite.InvalidRequestException;
import io.travelsuite.booking.Booking;
import io.travelsuite.booking.Customer;
import io.travelsuite.security.retention.LegalHold;
import io.travelsuite.security.retention.RetentionPolicy;
import io.travelsuite.security.retention.RetentionPolicy.Action;
import io.travelsuite.security.retention.RetentionRun;
import io.travelsuite.security.retention.RetentionRun.Progress;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.Period;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How long customers of bookings are kept. The departure is in March 2027. */
class RetentionTest extends PersonalSuite {

  private final RetentionPolicy threeYears = policy(Action.ANONYMISE);
  private Booking first;
  private Booking second;

  private static RetentionPolicy policy(Action action) {
    return new RetentionPolicy("contact", Period.ofYears(3), action, "claims lapse, 3 years");
  }

  @BeforeEach
  void sell() {
    first = hold(ADA);
    second = hold(Customer.of("Bob", "bob@example.org"));
  }

  private Progress finish(Progress from) {
    RetentionRun run = personal.retention(threeYears);
    Progress progress = from;
    while (!progress.isDone()) {
      progress = run.next(progress, 1);
    }
    return progress;
  }

  private Customer customer(Booking of) {
    return travel.bookings().find(of.id()).orElseThrow().customer();
  }

  @Test
  void customers_are_kept_until_their_last_departure_is_long_enough_ago_and_then_anonymised() {
    clock.advance(Duration.ofDays(3 * 365));
    assertThat(finish(personal.retention(threeYears).begin()).due()).isZero();

    clock.advance(Duration.ofDays(90));
    Progress done = finish(personal.retention(threeYears).begin());

    assertThat(done.applied()).isEqualTo(2);
    assertThat(customer(first)).isEqualTo(Customer.UNKNOWN);
    assertThat(dump()).doesNotContain(CANARY);
    assertThat(finish(personal.retention(threeYears).begin()).due()).isZero();
    fixture.assertNoDrift();
  }

  @Test
  void a_departure_that_was_moved_keeps_them_for_longer() {
    travel.schedules().retime(departure, LocalDateTime.parse("2027-12-01T09:00"));
    clock.advance(Duration.ofDays(3 * 365 + 90));

    assertThat(finish(personal.retention(threeYears).begin()).due()).isZero();
  }

  @Test
  void a_dry_run_counts_and_changes_nothing() {
    clock.advance(Duration.ofDays(4 * 365));

    Progress dry = finish(personal.retention(threeYears).beginDry());

    assertThat(dry.applied()).isEqualTo(2);
    assertThat(customer(first)).isEqualTo(ADA);
  }

  @Test
  void a_legal_hold_keeps_a_person_until_it_is_lifted() {
    clock.advance(Duration.ofDays(4 * 365));
    UUID hold =
        personal
            .legalHolds()
            .place(new LegalHold(first.operator(), first.id().value(), "contact", "a claim", null));

    Progress done = finish(personal.retention(threeYears).begin());
    assertThat(done.held()).isOne();
    assertThat(customer(first)).isEqualTo(ADA);
    assertThat(customer(second)).isEqualTo(Customer.UNKNOWN);

    assertThat(personal.legalHolds().lift(first.operator(), hold)).isTrue();
    assertThat(finish(personal.retention(threeYears).begin()).applied()).isOne();
    assertThat(customer(first)).isEqualTo(Customer.UNKNOWN);
    assertThat(
            fixture
                .rows()
                .texts("SELECT action FROM travel_audit WHERE action LIKE 'hold.%' ORDER BY id"))
        .containsExactly("hold.placed", "hold.lifted");
  }

  @Test
  void bookings_are_accounts_and_can_not_be_deleted_by_a_policy() {
    clock.advance(Duration.ofDays(4 * 365));
    RetentionRun run = personal.retention(policy(Action.DELETE));

    assertThatThrownBy(() -> run.next(run.begin(), 10)).isInstanceOf(InvalidRequestException.class);
    assertThat(customer(first)).isEqualTo(ADA);
  }
}
