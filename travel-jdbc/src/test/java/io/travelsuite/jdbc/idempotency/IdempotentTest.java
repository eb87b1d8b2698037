package io.travelsuite.jdbc.idempotency;

import static io.travelsuite.jdbc.idempotency.Ask.OTHER;
import static io.travelsuite.jdbc.idempotency.Ask.REQUEST;
import static io.travelsuite.jdbc.idempotency.Ask.SCOPE;
import static io.travelsuite.jdbc.idempotency.Ask.TEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.travelsuite.RefusedException;
import io.travelsuite.idempotency.Claim;
import io.travelsuite.idempotency.Effect;
import io.travelsuite.idempotency.Idempotency;
import io.travelsuite.idempotency.Idempotent;
import io.travelsuite.idempotency.Outcome.Verdict;
import io.travelsuite.idempotency.Ran;
import io.travelsuite.jdbc.Fixture;
import io.travelsuite.jdbc.JdbcTravel;
import io.travelsuite.jdbc.Rows;
import io.travelsuite.jdbc.crash.Pools;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class IdempotentTest {

  private static Fixture fixture;
  private static HikariDataSource pool;
  private static JdbcTravel travel;

  private final String key = Ask.newKey();
  private final AtomicInteger asked = new AtomicInteger();
  private final AtomicInteger effects = new AtomicInteger();
  private Effect<String> answer = new Effect.Succeeded<>("found out");

  @BeforeAll
  static void open() {
    fixture = Fixture.create();
    fixture.rows().update("CREATE TABLE host_row (id VARCHAR(64) PRIMARY KEY)");
    pool = Pools.open(fixture.schema().jdbcUrl(), 2, Duration.ofSeconds(10));
    travel = JdbcTravel.builder(pool).build();
  }

  @AfterAll
  static void close() {
    pool.close();
    fixture.close();
  }

  private Idempotent<String> external() {
    return Idempotent.external(
        travel.idempotency(),
        TEXT,
        (fence, note) -> {
          asked.incrementAndGet();
          return answer;
        });
  }

  private Ran<String> run(Effect<String> effect) {
    return external()
        .run(
            SCOPE,
            key,
            REQUEST,
            fence -> {
              effects.incrementAndGet();
              return effect;
            });
  }

  @Test
  void a_result_is_stored_and_replayed_and_a_decline_too() {
    Effect<String> declined = new Effect.Declined<>("no funds");
    assertThat(run(declined)).isEqualTo(new Ran.Done<>("no funds", Verdict.DECLINED, false));

    Ran<String> again = run(new Effect.Succeeded<>("paid"));

    assertThat(again).isEqualTo(new Ran.Done<>("no funds", Verdict.DECLINED, true));
    assertThat(effects).hasValue(1);
    assertThatThrownBy(again::orElseThrow).isInstanceOf(RefusedException.class);
  }

  @Test
  void an_unknown_outcome_is_asked_about_and_not_done_again() {
    assertThat(run(new Effect.Unknown<>())).isEqualTo(new Ran.Undecided<String>());
    answer = new Effect.Unknown<>();
    assertThat(run(new Effect.Succeeded<>("twice"))).isEqualTo(new Ran.Undecided<String>());
    answer = new Effect.Succeeded<>("found out");

    assertThat(run(new Effect.Succeeded<>("twice")).orElseThrow()).isEqualTo("found out");
    assertThat(effects).hasValue(1);
    assertThat(asked).hasValue(2);
  }

  @Test
  void when_asking_finds_that_nothing_was_done_the_next_call_does_it() {
    run(new Effect.Unknown<>());
    answer = new Effect.NotDone<>();
    assertThat(run(new Effect.Succeeded<>("early"))).isEqualTo(new Ran.Released<String>());

    assertThat(run(new Effect.Succeeded<>("paid")).orElseThrow()).isEqualTo("paid");
    assertThat(effects).hasValue(2);
  }

  @Test
  void what_throws_has_an_unknown_outcome() {
    assertThatThrownBy(
            () ->
                external()
                    .run(
                        SCOPE,
                        key,
                        REQUEST,
                        fence -> {
                          throw new IllegalStateException("timed out");
                        }))
        .hasMessage("timed out");

    assertThat(run(new Effect.Succeeded<>("twice")).orElseThrow()).isEqualTo("found out");
    assertThat(effects).hasValue(0);
  }

  @Test
  void another_request_is_not_run() {
    run(new Effect.Succeeded<>("paid"));

    assertThat(
            external()
                .run(
                    SCOPE,
                    key,
                    OTHER,
                    fence -> {
                      throw new AssertionError("run");
                    }))
        .isEqualTo(new Ran.NotClaimed<String>(new Claim.Mismatch()));
  }

  @Test
  void no_connection_is_held_while_the_function_runs() {
    external()
        .run(
            SCOPE,
            key,
            REQUEST,
            fence -> {
              assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
              return new Effect.Succeeded<>("paid");
            })
        .orElseThrow();
  }

  @Test
  void the_hosts_rows_commit_with_the_outcome_or_neither_does() {
    Idempotent<String> failing =
        external().settling((effect, completing) -> settle(completing, true));
    Idempotent<String> settling =
        external().settling((effect, completing) -> settle(completing, false));

    assertThatThrownBy(
            () -> failing.run(SCOPE, key, REQUEST, fence -> new Effect.Succeeded<>("paid")))
        .hasMessage("before COMMIT");
    assertThat(written()).isZero();
    fixture.rows().update("UPDATE travel_idempotency SET lease_until = '2001-01-01'");

    Ran<String> ran = settling.run(SCOPE, key, REQUEST, fence -> new Effect.Succeeded<>("twice"));

    assertThat(ran.orElseThrow()).isEqualTo("found out");
    assertThat(written()).isOne();
  }

  private long written() {
    return fixture.rows().number("SELECT COUNT(*) FROM host_row WHERE id = ?", key);
  }

  private void settle(Consumer<Idempotency> completing, boolean failing) {
    try (Connection connection = pool.getConnection()) {
      connection.setAutoCommit(false);
      try {
        Rows.update(connection, "INSERT INTO host_row VALUES (?)", key);
        completing.accept(travel.joining(connection).idempotency());
        if (failing) {
          throw new IllegalStateException("before COMMIT");
        }
        connection.commit();
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
