package io.travelsuite.security.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.travelsuite.InvalidRequestException;
import io.travelsuite.security.SteppingClock;
import io.travelsuite.security.data.Samples;
import io.travelsuite.security.retention.RetentionPolicy.Action;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RetentionRunTest {

  private static final RetentionPolicy POLICY =
      new RetentionPolicy("contact", Period.ofYears(3), Action.ANONYMISE, "contract, 3 years");

  private final SteppingClock clock = new SteppingClock();
  private final Rows rows = new Rows();
  private final List<LegalHold> holds = new ArrayList<>();
  private final RetentionRun run = new RetentionRun(POLICY, rows, operator -> holds, clock);

  /** Ten rows, a year old to ten years. */
  private final class Rows implements ExpirableRows {
    private final TreeMap<String, ExpiredRow> left = new TreeMap<>();
    private int killAfter = Integer.MAX_VALUE;

    Rows() {
      for (int i = 0; i < 10; i++) {
        Instant last = clock.instant().minusSeconds(366L * 86_400 * (i + 1));
        left.put("row" + i, new ExpiredRow(Samples.subject(i), "row" + i, last));
      }
    }

    @Override
    public List<ExpiredRow> before(Instant cutoff, @Nullable String cursor, int limit) {
      return left.values().stream()
          .filter(row -> row.lastNeeded().isBefore(cutoff))
          .filter(row -> cursor == null || row.cursor().compareTo(cursor) > 0)
          .limit(limit)
          .toList();
    }

    @Override
    public boolean apply(ExpiredRow row, Action action) {
      assertThat(action).isEqualTo(Action.ANONYMISE);
      if (killAfter-- == 0) {
        throw new IllegalStateException("killed");
      }
      return left.remove(row.cursor()) != null;
    }
  }

  private RetentionRun.Progress toTheEnd(RetentionRun.Progress from) {
    RetentionRun.Progress progress = from;
    while (!progress.isDone()) {
      progress = run.next(progress, 3);
    }
    return progress;
  }

  private LegalHold hold(int subject, @Nullable Instant until) {
    return new LegalHold(Samples.OPERATOR, Samples.subject(subject).id(), null, "case 7", until);
  }

  @Test
  void what_is_too_old_goes_and_a_dry_run_tells_it_before() {
    RetentionRun.Progress dry = toTheEnd(run.beginDry());
    assertThat(rows.left).hasSize(10);
    RetentionRun.Progress done = toTheEnd(run.begin());
    assertThat(rows.left).containsOnlyKeys("row0", "row1");
    assertThat(List.of(done.due(), done.held(), done.applied())).containsExactly(8L, 0L, 8L);
    assertThat(List.of(dry.due(), dry.held(), dry.applied())).containsExactly(8L, 0L, 8L);
    assertThat(run.next(done, 3)).isEqualTo(done);
  }

  @Test
  void what_is_held_stays_until_the_hold_ends() {
    holds.add(hold(5, null));
    holds.add(hold(6, clock.instant().plusSeconds(60)));
    holds.add(hold(7, clock.instant()));
    RetentionRun.Progress done = toTheEnd(run.begin());
    assertThat(List.of(done.due(), done.held(), done.applied())).containsExactly(8L, 2L, 6L);
    assertThat(rows.left).containsOnlyKeys("row0", "row1", "row5", "row6");
    holds.clear();
    toTheEnd(run.begin());
    assertThat(rows.left).containsOnlyKeys("row0", "row1");
  }

  @Test
  void a_hold_of_another_operator_or_class_holds_nothing() {
    Instant now = clock.instant();
    LegalHold all = new LegalHold(Samples.OPERATOR, null, null, "r", null);
    LegalHold others = new LegalHold(Samples.OTHER, null, null, "r", null);
    LegalHold ofClass = new LegalHold(Samples.OPERATOR, null, "payment", "r", null);
    assertThat(all.holds(Samples.subject(1), "contact", now)).isTrue();
    assertThat(others.holds(Samples.subject(1), "contact", now)).isFalse();
    assertThat(ofClass.holds(Samples.subject(1), "contact", now)).isFalse();
    assertThat(ofClass.holds(Samples.subject(1), "payment", now)).isTrue();
  }

  @Test
  void killed_at_any_row_it_goes_on_from_its_last_progress() {
    for (int kill = 0; kill < 8; kill++) {
      RetentionRunTest world = new RetentionRunTest();
      world.rows.killAfter = kill;
      RetentionRun.Progress[] kept = {world.run.begin()};
      assertThatThrownBy(
              () -> {
                while (!kept[0].isDone()) {
                  kept[0] = world.run.next(kept[0], 3);
                }
              })
          .hasMessage("killed");
      RetentionRun.Progress done = world.toTheEnd(kept[0]);
      assertThat(world.rows.left).containsOnlyKeys("row0", "row1");
      assertThat(done.isDone()).isTrue();
    }
  }

  @Test
  void a_policy_out_of_range_is_refused() {
    for (Period keep : List.of(Period.ZERO, Period.ofDays(-1), Period.ofYears(101))) {
      assertThatThrownBy(() -> new RetentionPolicy("c", keep, Action.DELETE, "b"))
          .isInstanceOf(InvalidRequestException.class);
    }
    assertThat(POLICY.cutoff(Instant.parse("2028-02-29T10:00:00Z")))
        .isEqualTo("2025-02-28T10:00:00Z");
  }
}
