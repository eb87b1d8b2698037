package io.travelsuite.jdbc.idempotency;

import static io.travelsuite.jdbc.idempotency.Ask.REQUEST;
import static io.travelsuite.jdbc.idempotency.Ask.SCOPE;
import static io.travelsuite.jdbc.idempotency.Ask.TEXT;
import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.StorageException;
import io.travelsuite.idempotency.Claim;
import io.travelsuite.idempotency.Effect;
import io.travelsuite.idempotency.Idempotency;
import io.travelsuite.idempotency.Idempotent;
import io.travelsuite.idempotency.Outcome;
import io.travelsuite.idempotency.Ran;
import io.travelsuite.jdbc.Fixture;
import io.travelsuite.jdbc.JdbcTravel;
import io.travelsuite.jdbc.Race;
import io.travelsuite.jdbc.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many at one key. What a runner throws, a deadlock too, fails the test. */
class ClaimRaceTest {

  private static final int THREADS = 64;

  private static Fixture fixture;
  private static DataSource pool;
  private static List<JdbcTravel> instances;

  private final String key = Ask.newKey();
  private final AtomicInteger effects = new AtomicInteger();

  @BeforeAll
  static void open() {
    fixture = Fixture.create();
    fixture.rows().update("CREATE TABLE host_row (id INT AUTO_INCREMENT PRIMARY KEY, n INT)");
    pool = fixture.schema().dataSource(THREADS);
    instances = List.of(fixture.newTravel(16), fixture.newTravel(16));
  }

  @AfterAll
  static void close() {
    fixture.close();
  }

  private Effect<String> effect() {
    effects.incrementAndGet();
    return new Effect.Succeeded<>("paid");
  }

  @Test
  void external_64_threads_have_one_effect_and_the_others_wait_or_replay() {
    List<Ran<String>> all =
        Race.run(
            THREADS,
            number -> {
              Idempotency store = instances.get(number % 2).idempotency();
              return Idempotent.external(store, TEXT, (fence, note) -> effect())
                  .run(SCOPE, key, REQUEST, fence -> effect());
            });

    assertThat(effects).hasValue(1);
    assertThat(all).allMatch(ran -> ran instanceof Ran.Done || waits(ran));
    assertThat(all.stream().filter(ran -> ran instanceof Ran.Done<String> d && !d.replayed()))
        .hasSize(1);
  }

  private static boolean waits(Ran<String> ran) {
    return ran instanceof Ran.NotClaimed<String> not && not.claim() instanceof Claim.InFlight;
  }

  @ParameterizedTest
  @ValueSource(
      ints = {Connection.TRANSACTION_READ_COMMITTED, Connection.TRANSACTION_REPEATABLE_READ})
  void joined_64_threads_write_one_row_and_all_are_answered_with_it(int isolation) {
    fixture.rows().update("DELETE FROM host_row");

    List<Ran<String>> all = Race.run(THREADS, number -> joined(isolation, false));

    assertThat(all).allMatch(ran -> ran instanceof Ran.Done);
    assertThat(all.stream().filter(ran -> ran instanceof Ran.Done<String> d && !d.replayed()))
        .hasSize(1);
    assertThat(fixture.rows().number("SELECT COUNT(*) FROM host_row")).isOne();
  }

  private Ran<String> joined(int isolation, boolean failing) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      connection.setTransactionIsolation(isolation);
      connection.setAutoCommit(false);
      try {
        Idempotency store = fixture.travel().joining(connection).idempotency();
        Ran<String> ran =
            Idempotent.joined(store, TEXT)
                .run(SCOPE, key, REQUEST, fence -> written(connection, failing));
        connection.commit();
        return ran;
      } finally {
        connection.rollback();
      }
    }
  }

  private static Effect<String> written(Connection connection, boolean failing) {
    try {
      Rows.update(connection, "INSERT INTO host_row (n) VALUES (1)");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    if (failing) {
      throw new IllegalArgumentException("the host's own failure");
    }
    return new Effect.Succeeded<>("written");
  }

  @Test
  void joined_hosts_that_restart_when_told_to_write_one_row_though_every_fourth_rolls_back() {
    fixture.rows().update("DELETE FROM host_row");

    Race.run(THREADS, number -> restarting(number % 4 == 0));

    assertThat(fixture.rows().number("SELECT COUNT(*) FROM host_row")).isOne();
  }

  private boolean restarting(boolean failing) throws SQLException {
    while (true) {
      try {
        return joined(Connection.TRANSACTION_READ_COMMITTED, failing) instanceof Ran.Done;
      } catch (IllegalArgumentException e) {
        return false;
      } catch (StorageException e) {
        assertThat(e.retryable()).isTrue();
      }
    }
  }

  @Test
  void of_64_who_find_a_lapsed_claim_one_recovers_it() {
    instances.get(0).idempotency().claim(SCOPE, key, REQUEST);
    fixture.rows().update("UPDATE travel_idempotency SET lease_until = '2001-01-01'");

    List<Claim> claims =
        Race.run(
            THREADS, number -> instances.get(number % 2).idempotency().claim(SCOPE, key, REQUEST));

    assertThat(claims).filteredOn(Claim.NeedsRecovery.class::isInstance).hasSize(1);
    assertThat(claims).filteredOn(Claim.InFlight.class::isInstance).hasSize(THREADS - 1);
  }

  @Test
  void control_64_threads_that_look_before_they_act_have_many_effects() {
    CountDownLatch allHaveLooked = new CountDownLatch(THREADS);
    String look = "SELECT COUNT(*) FROM travel_idempotency WHERE state = 'DONE' AND outcome = ?";

    Race.run(
        THREADS,
        number -> {
          long done = fixture.rows().number(look, key);
          allHaveLooked.countDown();
          allHaveLooked.await(20, TimeUnit.SECONDS);
          if (done == 0) {
            effect();
            Idempotency store = instances.get(0).idempotency();
            store.complete(
                store.claim(SCOPE, key + number, REQUEST).orElseThrow(), Outcome.succeeded(key));
          }
          return true;
        });

    assertThat(effects).hasValueGreaterThan(1);
  }
}
