package io.travelsuite.jdbc.idempotency;

import static io.travelsuite.jdbc.idempotency.Ask.REQUEST;
import static io.travelsuite.jdbc.idempotency.Ask.SCOPE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.travelsuite.InvalidRequestException;
import io.travelsuite.idempotency.ClaimTerms;
import io.travelsuite.idempotency.Fence;
import io.travelsuite.idempotency.Idempotency;
import io.travelsuite.idempotency.Outcome;
import io.travelsuite.jdbc.Fixture;
import io.travelsuite.jdbc.JdbcTravel;
import io.travelsuite.jdbc.Race;
import io.travelsuite.jdbc.Rows;
import io.travelsuite.jdbc.TestClock;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PurgeTest {

  private static final String COUNT = "SELECT COUNT(*) FROM travel_idempotency";

  private Fixture fixture;
  private TestClock clock;
  private Idempotency store;

  @BeforeEach
  void open() {
    fixture = Fixture.create();
    clock = TestClock.create();
    store = JdbcTravel.builder(fixture.dataSource()).clock(clock).build().idempotency();
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private Fence claim() {
    return store.claim(SCOPE, Ask.newKey(), REQUEST).orElseThrow();
  }

  private void complete(int count) {
    for (int i = 0; i < count; i++) {
      store.complete(claim(), Outcome.succeeded("1"));
    }
  }

  @Test
  void it_deletes_no_more_than_it_is_told_and_nothing_before_its_time() {
    complete(5);
    clock.advance(ClaimTerms.DEFAULT.retention().minusSeconds(1));
    complete(1);
    assertThat(store.purge(300)).isZero();
    clock.advance(Duration.ofSeconds(1));

    assertThat(store.purge(3)).isEqualTo(3);
    assertThat(store.purge(3)).isEqualTo(2);
    assertThat(store.purge(3)).isZero();
    assertThat(fixture.rows().number(COUNT)).isOne();
  }

  @Test
  void what_is_in_flight_unknown_or_parked_stays_for_ever() {
    claim();
    store.unknown(claim());
    String parked = Ask.newKey();
    ClaimTerms once = ClaimTerms.DEFAULT.mostAttempts(1);
    store.claim(SCOPE, parked, REQUEST, once);
    clock.advance(ClaimTerms.DEFAULT.lease());
    store.claim(SCOPE, parked, REQUEST, once);
    store.release(claim());
    clock.advance(Duration.ofDays(4_000));

    assertThat(store.purge(300)).isOne();

    assertThat(fixture.rows().texts("SELECT state FROM travel_idempotency"))
        .containsExactlyInAnyOrder("IN_FLIGHT", "UNKNOWN", "PARKED");
  }

  @Test
  void what_somebody_has_locked_is_passed_over() throws SQLException {
    complete(2);
    clock.advance(ClaimTerms.DEFAULT.retention());
    try (Connection other = fixture.connect()) {
      other.setAutoCommit(false);
      Rows.texts(
          other, "SELECT state FROM travel_idempotency ORDER BY key_hash LIMIT 1 FOR UPDATE");

      assertThat(store.purge(300)).isOne();
      other.rollback();
    }
    assertThat(store.purge(300)).isOne();
  }

  @Test
  void purgers_and_claimers_of_expired_keys_never_lose_a_claim() {
    String key = Ask.newKey();
    for (int round = 0; round < 10; round++) {
      store.complete(store.claim(SCOPE, key, REQUEST).orElseThrow(), Outcome.succeeded("1"));
      clock.advance(ClaimTerms.DEFAULT.retention());
      Race.run(
          4,
          number -> {
            if (number % 2 == 0) {
              return store.purge(300);
            }
            return store.claim(SCOPE, key, REQUEST);
          });
      String flying = COUNT + " WHERE state = 'IN_FLIGHT'";
      assertThat(fixture.rows().number(flying)).isOne();
      fixture.rows().update("DELETE FROM travel_idempotency");
    }
  }

  @Test
  void a_batch_is_bounded() {
    for (int most : new int[] {0, 301}) {
      assertThatThrownBy(() -> store.purge(most)).isInstanceOf(InvalidRequestException.class);
    }
  }
}
