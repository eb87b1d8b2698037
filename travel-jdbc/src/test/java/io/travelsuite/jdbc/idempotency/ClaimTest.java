package io.travelsuite.jdbc.idempotency;

import static io.travelsuite.jdbc.idempotency.Ask.OTHER;
import static io.travelsuite.jdbc.idempotency.Ask.REQUEST;
import static io.travelsuite.jdbc.idempotency.Ask.SCOPE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.travelsuite.InvalidRequestException;
import io.travelsuite.Mode;
import io.travelsuite.idempotency.Claim;
import io.travelsuite.idempotency.ClaimTerms;
import io.travelsuite.idempotency.Fence;
import io.travelsuite.idempotency.Fingerprint;
import io.travelsuite.idempotency.Idempotency;
import io.travelsuite.idempotency.Outcome;
import io.travelsuite.idempotency.Scope;
import io.travelsuite.idempotency.StaleClaimException;
import io.travelsuite.jdbc.Fixture;
import io.travelsuite.jdbc.JdbcTravel;
import io.travelsuite.jdbc.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimTest {

  private static final Outcome PAID = Outcome.succeeded("{\"charge\":\"ch_1\"}");
  private static final ClaimTerms CHECKPOINTED = ClaimTerms.DEFAULT.startingAtCheckpoint();
  private static final Duration LEASE = ClaimTerms.DEFAULT.lease();

  private static Fixture fixture;
  private static TestClock clock;
  private static Idempotency store;

  private final String key = Ask.newKey();

  @BeforeAll
  static void open() {
    fixture = Fixture.create();
    clock = TestClock.create();
    store = JdbcTravel.builder(fixture.dataSource()).clock(clock).build().idempotency();
  }

  @AfterAll
  static void close() {
    fixture.close();
  }

  private Claim claim() {
    return store.claim(SCOPE, key, REQUEST);
  }

  private Fence acquire() {
    return claim().orElseThrow();
  }

  private Fence recover() {
    return ((Claim.NeedsRecovery) claim()).fence();
  }

  @Test
  void the_first_acquires_and_the_next_is_told_until_when_it_is_in_flight() {
    assertThat(claim())
        .isInstanceOfSatisfying(
            Claim.Acquired.class,
            first -> {
              assertThat(first.attempt()).isEqualTo(1);
              assertThat(first.fence().number()).isEqualTo(1);
            });

    clock.advance(Duration.ofSeconds(20));

    assertThat(claim())
        .isEqualTo(new Claim.InFlight(clock.instant().plusSeconds(40), Duration.ofSeconds(40)));
  }

  @Test
  void a_success_and_a_definitive_decline_are_answered_again() {
    for (Outcome outcome : List.of(PAID, Outcome.declined("\"card 💳 declined\""))) {
      String another = Ask.newKey();
      store.complete(store.claim(SCOPE, another, REQUEST).orElseThrow(), outcome);

      clock.advance(LEASE.multipliedBy(2));

      assertThat(store.claim(SCOPE, another, REQUEST)).isEqualTo(new Claim.Replay(outcome));
    }
  }

  @Test
  void another_request_under_the_key_is_a_mismatch_whatever_came_of_the_first() {
    Fence fence = acquire();
    assertThat(store.claim(SCOPE, key, OTHER)).isEqualTo(new Claim.Mismatch());
    store.complete(fence, PAID);

    assertThat(store.claim(SCOPE, key, OTHER)).isEqualTo(new Claim.Mismatch());
    assertThat(claim()).isEqualTo(new Claim.Replay(PAID));
  }

  @Test
  void a_fingerprint_of_a_new_version_matches_by_its_earlier_form() {
    store.complete(acquire(), PAID);
    Fingerprint now = Fingerprint.of(2, Map.of("amount", 1900, "currency", "EUR"));

    assertThat(store.claim(SCOPE, key, now)).isEqualTo(new Claim.Mismatch());
    assertThat(store.claim(SCOPE, key, now.or(REQUEST))).isEqualTo(new Claim.Replay(PAID));
  }

  @Test
  void each_part_of_the_scope_makes_another_key_and_no_two_parts_run_together() {
    acquire();
    List<Scope> others =
        List.of(
            new Scope("other", Mode.TEST, "till-7", "payments.charge"),
            new Scope("acme", Mode.LIVE, "till-7", "payments.charge"),
            new Scope("acme", Mode.TEST, "till-8", "payments.charge"),
            new Scope("acme", Mode.TEST, "till-7", "payments.refund"),
            new Scope("acme", Mode.TEST, "till-7payments", ".charge"),
            new Scope("ACME", Mode.TEST, "till-7", "payments.charge"));

    for (Scope other : others) {
      assertThat(store.claim(other, key, OTHER)).isInstanceOf(Claim.Acquired.class);
    }
    assertThat(store.claim(SCOPE, "K" + key.substring(1), OTHER))
        .isInstanceOf(Claim.Acquired.class);
    assertThat(store.claim(SCOPE, key + " ", OTHER)).isInstanceOf(Claim.Acquired.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ä", "a\tb", "a\u007f"})
  void a_key_that_is_not_printable_ascii_is_refused(String bad) {
    assertThatThrownBy(() -> store.claim(SCOPE, bad, REQUEST))
        .isInstanceOf(InvalidRequestException.class);
    assertThatThrownBy(() -> store.claim(SCOPE, "k".repeat(256), REQUEST))
        .isInstanceOf(InvalidRequestException.class);
    assertThat(store.claim(SCOPE, key + "~ ".repeat(100), REQUEST))
        .isInstanceOf(Claim.Acquired.class);
  }

  @Test
  void a_lapsed_claim_needs_recovery_and_is_never_a_fresh_start() {
    Fence first = acquire();
    store.checkpoint(first, "asked the bank");
    clock.advance(LEASE);

    assertThat(claim())
        .isInstanceOfSatisfying(
            Claim.NeedsRecovery.class,
            lost -> {
              assertThat(lost.checkpoint()).isEqualTo("asked the bank");
              assertThat(lost.fence().number()).isEqualTo(2);
            });
    assertThat(claim()).isInstanceOf(Claim.InFlight.class);
    clock.advance(LEASE);
    assertThat(claim()).isInstanceOf(Claim.NeedsRecovery.class);
  }

  @Test
  void one_that_starts_at_its_checkpoint_is_fresh_before_it_and_needs_recovery_after() {
    store.claim(SCOPE, key, REQUEST, CHECKPOINTED).orElseThrow();
    clock.advance(LEASE);
    Claim.Acquired second = (Claim.Acquired) store.claim(SCOPE, key, REQUEST, CHECKPOINTED);
    assertThat(second.attempt()).isEqualTo(2);
    store.checkpoint(second.fence(), "started");
    clock.advance(LEASE);

    assertThat(store.claim(SCOPE, key, REQUEST, CHECKPOINTED))
        .isInstanceOf(Claim.NeedsRecovery.class);
  }

  @Test
  void a_stale_owner_can_neither_complete_extend_checkpoint_release_nor_give_up() {
    Fence stale = acquire();
    clock.advance(LEASE);
    Fence owner = recover();
    List<Consumer<Fence>> acts =
        List.of(
            fence -> store.complete(fence, PAID),
            fence -> store.extend(fence, LEASE),
            fence -> store.checkpoint(fence, "late"),
            store::unknown,
            store::release);

    for (Consumer<Fence> act : acts) {
      assertThatThrownBy(() -> act.accept(stale)).isInstanceOf(StaleClaimException.class);
    }
    Outcome asked = Outcome.succeeded("asked");
    store.complete(owner, asked);
    assertThat(claim()).isEqualTo(new Claim.Replay(asked));
  }

  @Test
  void a_slow_owner_whom_nobody_replaced_completes_and_repeats_itself_without_harm() {
    Fence fence = acquire();
    clock.advance(LEASE.multipliedBy(3));

    store.complete(fence, PAID);
    store.complete(fence, PAID);

    assertThatThrownBy(() -> store.complete(fence, Outcome.declined("no")))
        .isInstanceOf(StaleClaimException.class);
    assertThatThrownBy(() -> store.release(fence)).isInstanceOf(StaleClaimException.class);
    assertThat(claim()).isEqualTo(new Claim.Replay(PAID));
  }

  @Test
  void an_unknown_outcome_is_asked_about_at_once_and_stays_unknown_until_then() {
    store.unknown(acquire());

    store.unknown(recover());
    Fence third = recover();

    store.complete(third, PAID);
    assertThat(claim()).isEqualTo(new Claim.Replay(PAID));
  }

  @Test
  void a_released_key_is_fresh_for_the_same_request_alone() {
    store.release(acquire());

    assertThat(store.claim(SCOPE, key, OTHER)).isEqualTo(new Claim.Mismatch());
    assertThat(claim())
        .isInstanceOfSatisfying(
            Claim.Acquired.class, again -> assertThat(again.fence().number()).isEqualTo(2));
  }

  @Test
  void an_extended_lease_lasts_and_lapses_anew() {
    Fence fence = acquire();
    clock.advance(Duration.ofSeconds(50));
    assertThat(store.extend(fence, Duration.ofSeconds(30)))
        .isEqualTo(clock.instant().plusSeconds(30));
    clock.advance(Duration.ofSeconds(29));
    assertThat(claim()).isInstanceOf(Claim.InFlight.class);
    clock.advance(Duration.ofSeconds(1));

    assertThat(claim()).isInstanceOf(Claim.NeedsRecovery.class);
  }

  @Test
  void one_claimed_too_often_is_parked_until_a_person_resumes_it() {
    ClaimTerms twice = ClaimTerms.DEFAULT.mostAttempts(2);
    store.claim(SCOPE, key, REQUEST, twice);
    clock.advance(LEASE);
    store.claim(SCOPE, key, REQUEST, twice);
    clock.advance(LEASE);

    assertThat(store.claim(SCOPE, key, REQUEST, twice)).isEqualTo(new Claim.Parked(2));
    assertThat(claim()).isEqualTo(new Claim.Parked(2));
    assertThat(store.resume(SCOPE, key)).isTrue();
    assertThat(store.resume(SCOPE, key)).isFalse();
    assertThat(claim()).isInstanceOf(Claim.NeedsRecovery.class);
  }

  @Test
  void past_its_retention_a_key_is_as_never_used_but_for_the_fence() {
    Fence first = acquire();
    store.complete(first, PAID);
    clock.advance(ClaimTerms.DEFAULT.retention());

    Claim again = store.claim(SCOPE, key, OTHER);

    assertThat(again.orElseThrow().number()).isEqualTo(2);
    assertThatThrownBy(() -> store.complete(first, PAID)).isInstanceOf(StaleClaimException.class);
  }

  @Test
  void a_lease_is_judged_by_the_databases_clock_whatever_this_machines_says() {
    Idempotency real = fixture.travel().idempotency();
    real.claim(SCOPE, key, REQUEST).orElseThrow();
    String lapse =
        "UPDATE travel_idempotency SET lease_until = UTC_TIMESTAMP(6) - INTERVAL 1 SECOND"
            + " WHERE state = 'IN_FLIGHT'";
    assertThat(real.claim(SCOPE, key, REQUEST))
        .isInstanceOfSatisfying(
            Claim.InFlight.class,
            inFlight -> assertThat(inFlight.left()).isBetween(Duration.ofSeconds(1), LEASE));

    fixture.rows().update(lapse);

    assertThat(real.claim(SCOPE, key, REQUEST)).isInstanceOf(Claim.NeedsRecovery.class);
  }

  @Test
  void neither_the_key_nor_the_principal_is_stored() {
    acquire();

    String row =
        "SELECT CONCAT_WS(' ', tenant, mode, operation, HEX(key_hash)) FROM travel_idempotency";
    assertThat(fixture.rows().texts(row)).noneMatch(t -> t.contains(key) || t.contains("till"));
  }
}
