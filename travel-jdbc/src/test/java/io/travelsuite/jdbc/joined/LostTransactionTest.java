package io.travelsuite.jdbc.joined;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.travelsuite.StorageException;
import io.travelsuite.booking.Bookings;
import io.travelsuite.booking.Held;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.inventory.OccurrenceId;
import org.junit.jupiter.api.Test;

/** What a host keeps of its transaction when a call of the library met a lock. */
class LostTransactionTest extends HostSuite {

  private static StorageException failureOf(Bookings joined, OccurrenceId departure) {
    return catchThrowableOfType(
        StorageException.class, () -> joined.hold(HoldRequest.of(departure, 1)));
  }

  /** The host has its order and wants the counter, the stranger has the counter and the order. */
  private StorageException deadlock(HostTransaction host) throws Exception {
    try (Stranger stranger = Stranger.begin(fixture)) {
      host.order(order);
      stranger.lockCounter(departure);
      stranger.beHeavy();
      stranger.wantOrder(order);
      StorageException failure = failureOf(host.travel().bookings(), departure);
      stranger.awaitOrder();
      return failure;
    }
  }

  @Test
  void after_a_deadlock_the_host_is_told_to_restart_and_a_commit_keeps_nothing() throws Exception {
    try (HostTransaction host = HostTransaction.begin(fixture)) {
      host.travel().bookings().hold(HoldRequest.of(fixture.open(1), 1).key("lost")).orElseThrow();

      StorageException failure = deadlock(host);

      assertThat(failure.retryable()).isTrue();
      assertThat(failure).hasMessageContaining("1213").hasMessageContaining("restart");
      host.commit();
    }
    assertThat(orders()).isZero();
    assertThat(fixture.travel().bookings().findByKey(fixture.operator().id(), "lost")).isEmpty();
    assertThat(fixture.taken(departure)).isZero();
    fixture.assertNoDrift();
  }

  @Test
  void after_a_deadlock_the_whole_transaction_can_be_restarted() throws Exception {
    try (HostTransaction host = HostTransaction.begin(fixture)) {
      deadlock(host);
      host.rollback();

      host.order(order);
      host.travel().bookings().hold(HoldRequest.of(departure, 1)).orElseThrow();
      host.commit();
    }
    assertThat(orders()).isOne();
    assertThat(fixture.taken(departure)).isEqualTo(1);
  }

  @Test
  void control_a_call_repeated_after_a_deadlock_is_kept_without_the_hosts_row() throws Exception {
    try (HostTransaction host = HostTransaction.begin(fixture)) {
      deadlock(host);

      assertThat(host.travel().bookings().hold(HoldRequest.of(departure, 1)))
          .isInstanceOf(Held.class);
      host.commit();
    }
    assertThat(orders()).isZero();
    assertThat(fixture.taken(departure)).isEqualTo(1);
  }

  @Test
  void after_a_lock_wait_timeout_the_hosts_row_stands_and_the_call_can_be_repeated()
      throws Exception {
    String impatient = "sessionVariables=innodb_lock_wait_timeout=1";
    try (HostTransaction host = HostTransaction.begin(fixture, impatient)) {
      host.order(order);
      try (Stranger stranger = Stranger.begin(fixture)) {
        stranger.lockCounter(departure);

        StorageException failure = failureOf(host.travel().bookings(), departure);

        assertThat(failure.retryable()).isTrue();
        assertThat(failure).hasMessageContaining("1205").hasMessageContaining("stands");
      }
      host.travel().bookings().hold(HoldRequest.of(departure, 2)).orElseThrow();
      host.commit();
    }
    assertThat(orders()).isOne();
    assertThat(fixture.taken(departure)).isEqualTo(2);
    fixture.assertNoDrift(departure);
  }

  @Test
  void after_a_lock_wait_timeout_the_host_may_commit_what_it_has() throws Exception {
    String impatient = "sessionVariables=innodb_lock_wait_timeout=1";
    try (HostTransaction host = HostTransaction.begin(fixture, impatient);
        Stranger stranger = Stranger.begin(fixture)) {
      host.order(order);
      stranger.lockCounter(departure);
      failureOf(host.travel().bookings(), departure);
      host.commit();
    }
    assertThat(orders()).isOne();
    assertThat(fixture.taken(departure)).isZero();
  }

  /** The default from MariaDB 11.6.2 on, which 11.4 has as an option. */
  @Test
  void a_row_changed_since_the_snapshot_is_the_loss_of_the_transaction_where_the_server_says_so()
      throws Exception {
    String option = "SHOW VARIABLES LIKE 'innodb_snapshot_isolation'";
    assumeFalse(fixture.rows().texts(option).isEmpty());
    String strict = "sessionVariables=innodb_snapshot_isolation=ON";
    try (HostTransaction host = HostTransaction.begin(fixture, strict)) {
      host.order(order);
      host.takeSnapshot();
      fixture.travel().bookings().hold(HoldRequest.of(departure, 1)).orElseThrow();

      StorageException failure = failureOf(host.travel().bookings(), departure);

      assertThat(failure.retryable()).isTrue();
      assertThat(failure).hasMessageContaining("1020").hasMessageContaining("restart");
      host.commit();
    }
    assertThat(orders()).isZero();
    assertThat(fixture.taken(departure)).isEqualTo(1);
  }
}
