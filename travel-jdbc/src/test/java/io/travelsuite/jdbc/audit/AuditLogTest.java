package io.travelsuite.jdbc.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.travelsuite.InvalidRequestException;
import io.travelsuite.StorageException;
import io.travelsuite.booking.Booking;
import io.travelsuite.booking.Customer;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.jdbc.AuditRecord;
import io.travelsuite.jdbc.Fixture;
import io.travelsuite.jdbc.Grants;
import io.travelsuite.jdbc.JdbcAudit;
import io.travelsuite.jdbc.JdbcPersonalData;
import io.travelsuite.jdbc.JdbcTravel;
import io.travelsuite.jdbc.RuntimeUser;
import io.travelsuite.jdbc.TestClock;
import io.travelsuite.jdbc.personal.PersonalKeys;
import io.travelsuite.security.retention.LegalHold;
import io.travelsuite.security.retention.RetentionPolicy;
import io.travelsuite.security.retention.RetentionPolicy.Action;
import io.travelsuite.security.retention.RetentionRun;
import java.sql.SQLException;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The audit log as it is read, and as it is kept. */
class AuditLogTest {

  private static final RetentionPolicy TEN_YEARS =
      new RetentionPolicy("audit", Period.ofYears(10), Action.DELETE, "the company's own rule");

  private Fixture fixture;
  private RuntimeUser user;

  @BeforeEach
  void open() {
    fixture = Fixture.create();
    user = RuntimeUser.on(fixture);
  }

  @AfterEach
  void close() {
    user.close();
    fixture.close();
  }

  /** A booking with three records. */
  private Booking cancelled() {
    Booking held =
        fixture
            .travel()
            .bookings()
            .hold(
                HoldRequest.of(fixture.open(9), 1)
                    .customer(Customer.of("Bob", "bob@canary.example")))
            .orElseThrow();
    fixture.travel().bookings().confirm(held.id(), "paid").orElseThrow();
    return fixture.travel().bookings().cancel(held.id()).orElseThrow();
  }

  private void age(Booking booking) {
    fixture
        .rows()
        .update(
            "UPDATE travel_audit SET recorded_at = '2009-05-01' WHERE subject_id = ?",
            booking.id().value());
  }

  private void hold(Booking booking) {
    JdbcTravel sealing =
        JdbcTravel.builder(fixture.dataSource())
            .personalData(PersonalKeys.of(TestClock.create()))
            .build();
    JdbcPersonalData.of(sealing)
        .legalHolds()
        .place(new LegalHold(booking.operator(), booking.id().value(), "audit", "a claim", null));
  }

  private long records(Booking booking) {
    return fixture
        .rows()
        .number("SELECT COUNT(*) FROM travel_audit WHERE subject_id = ?", booking.id().value());
  }

  private static RetentionRun.Progress end(RetentionRun run, RetentionRun.Progress from) {
    RetentionRun.Progress progress = from;
    while (!progress.isDone()) {
      progress = run.next(progress, 2);
    }
    return progress;
  }

  @Test
  void what_was_done_with_a_booking_is_read_page_by_page_and_tells_of_nobody() {
    Booking booking = cancelled();
    cancelled();
    JdbcAudit audit = JdbcAudit.of(fixture.travel());

    List<AuditRecord> all = new ArrayList<>();
    List<AuditRecord> page = audit.ofBooking(booking.id(), null, 2);
    while (!page.isEmpty()) {
      all.addAll(page);
      page = audit.ofBooking(booking.id(), page.get(page.size() - 1).id(), 2);
    }

    assertThat(all)
        .extracting(AuditRecord::action)
        .containsExactly("booking.held", "booking.confirmed", "booking.cancelled");
    assertThat(all)
        .allMatch(record -> record.subject().equals(booking.id().value()))
        .allMatch(record -> record.operator().equals(booking.operator().value()))
        .noneMatch(record -> record.detail().contains("canary") || record.detail().contains("Bob"))
        .isEqualTo(audit.ofSubject(booking.id().value(), null, 1_000));
    assertThat(all.get(0).at()).isEqualTo(booking.createdAt());
    assertThat(audit.ofSubject(new UUID(1, 1), null, 10)).isEmpty();
    assertThatThrownBy(() -> audit.ofBooking(booking.id(), null, 1_001))
        .isInstanceOf(InvalidRequestException.class);
  }

  @Test
  void the_keeper_deletes_what_is_old_but_for_what_is_held_and_leaves_one_record_of_it()
      throws SQLException {
    Booking old = cancelled();
    Booking held = cancelled();
    Booking young = cancelled();
    age(old);
    age(held);
    hold(held);
    user.grant(Grants.auditKeeper(fixture.schema().name(), user.name(), "%"));

    try (HikariDataSource keeper = user.pool(2)) {
      RetentionRun run = JdbcAudit.of(JdbcTravel.builder(keeper).build()).retention(TEN_YEARS);
      RetentionRun.Progress dry = end(run, run.beginDry());
      assertThat(List.of(dry.due(), dry.held(), dry.applied())).containsExactly(6L, 3L, 3L);
      assertThat(records(old)).isEqualTo(3);

      assertThat(end(run, run.begin()).applied()).isEqualTo(3);
      assertThat(end(run, run.begin()).applied()).isZero();
    }
    assertThat(List.of(records(old), records(held), records(young))).containsExactly(0L, 3L, 3L);
    assertThat(
            fixture.rows().texts("SELECT detail FROM travel_audit WHERE action = 'audit.purged'"))
        .singleElement()
        .asString()
        .contains("the company's own rule");
  }

  @Test
  void the_run_time_user_runs_a_policy_dry_and_can_delete_nothing() {
    Booking old = cancelled();
    age(old);
    user.grantWhatIsNeeded();
    try (HikariDataSource limited = user.pool(2)) {
      RetentionRun run = JdbcAudit.of(JdbcTravel.builder(limited).build()).retention(TEN_YEARS);
      assertThat(end(run, run.beginDry()).applied()).isEqualTo(3);
      assertThatThrownBy(() -> end(run, run.begin())).isInstanceOf(StorageException.class);
    }
    assertThat(records(old)).isEqualTo(3);
  }

  @Test
  void a_policy_to_anonymise_is_refused() {
    RetentionPolicy policy = new RetentionPolicy("audit", Period.ofYears(1), Action.ANONYMISE, "x");
    assertThatThrownBy(() -> JdbcAudit.of(fixture.travel()).retention(policy))
        .isInstanceOf(InvalidRequestException.class);
  }
}
