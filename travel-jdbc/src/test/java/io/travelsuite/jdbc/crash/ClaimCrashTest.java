package io.travelsuite.jdbc.crash;

import static io.travelsuite.jdbc.idempotency.Ask.REQUEST;
import static io.travelsuite.jdbc.idempotency.Ask.SCOPE;
import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.idempotency.Claim;
import io.travelsuite.idempotency.Fence;
import io.travelsuite.idempotency.Idempotency;
import io.travelsuite.idempotency.Outcome;
import io.travelsuite.jdbc.JdbcTravel;
import io.travelsuite.jdbc.idempotency.Ask;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A payer that dies at a step, and connections cut at COMMIT. */
class ClaimCrashTest extends CutSuite {

  private static final Outcome PAID = Outcome.succeeded("paid");

  private static Idempotency cut;

  private final String key = Ask.newKey();

  @BeforeAll
  static void open() {
    fixture.rows().update(PayingProgram.BANK);
    fixture.rows().update("CREATE TABLE host_row (id VARCHAR(64) PRIMARY KEY)");
    cut = JdbcTravel.builder(pool).build().idempotency();
  }

  private long charges() {
    return fixture.rows().number("SELECT COUNT(*) FROM bank WHERE reference = ?", key);
  }

  private long rows() {
    return fixture.rows().number("SELECT COUNT(*) FROM host_row WHERE id = ?", key);
  }

  private void killAt(PayingProgram.Step step) throws IOException {
    List<String> arguments = List.of(fixture.schema().jdbcUrl(), key, step.name());
    try (ChildJvm child = ChildJvm.start(PayingProgram.class, arguments)) {
      child.killAt(line -> line.equals(PayingProgram.REACHED));
    }
    fixture.rows().update("UPDATE travel_idempotency SET lease_until = '2001-01-01'");
  }

  @ParameterizedTest
  @EnumSource
  void killed_at_any_step_there_is_one_charge_and_one_row_once_it_is_tried_again(
      PayingProgram.Step step) throws IOException {
    killAt(step);

    String paid = new PayingProgram(fixture.dataSource(), key, PayingProgram.Step.NONE).pay();

    assertThat(paid).isEqualTo("paid");
    assertThat(charges()).isOne();
    assertThat(rows()).isOne();
  }

  @Test
  void control_a_lapsed_claim_that_is_taken_for_a_fresh_start_charges_twice() throws IOException {
    killAt(PayingProgram.Step.AFTER_EFFECT);
    fixture.rows().update("UPDATE travel_idempotency SET started = 0");

    new PayingProgram(fixture.dataSource(), key, PayingProgram.Step.NONE).pay();

    assertThat(charges()).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource(names = "BEFORE_A_LATE_COMMIT", mode = EnumSource.Mode.EXCLUDE)
  void a_claim_whose_commit_was_cut_is_its_own_and_a_cut_completion_is_kept(Cut at) {
    proxy.cutNext(at);
    Claim first = cut.claim(SCOPE, key, REQUEST);
    assertThat(first).isInstanceOf(Claim.Acquired.class);
    Fence fence = first.orElseThrow();
    proxy.cutNext(at);
    cut.complete(fence, PAID);

    assertThat(fixture.travel().idempotency().claim(SCOPE, key, REQUEST))
        .isEqualTo(new Claim.Replay(PAID));
  }

  @ParameterizedTest
  @EnumSource(names = "BEFORE_A_LATE_COMMIT", mode = EnumSource.Mode.EXCLUDE)
  void a_recovery_whose_commit_was_cut_is_told_again_to_recover(Cut at) {
    Idempotency own = fixture.travel().idempotency();
    own.checkpoint(own.claim(SCOPE, key, REQUEST).orElseThrow(), "asked");
    fixture.rows().update("UPDATE travel_idempotency SET lease_until = '2001-01-01'");
    proxy.cutNext(at);

    Claim recovered = cut.claim(SCOPE, key, REQUEST);

    assertThat(recovered)
        .isInstanceOfSatisfying(
            Claim.NeedsRecovery.class,
            lost -> {
              assertThat(lost.checkpoint()).isEqualTo("asked");
              assertThat(lost.fence().number()).isEqualTo(2);
              proxy.cutNext(at);
              cut.release(lost.fence());
            });
    assertThat(own.claim(SCOPE, key, REQUEST)).isInstanceOf(Claim.Acquired.class);
  }
}
