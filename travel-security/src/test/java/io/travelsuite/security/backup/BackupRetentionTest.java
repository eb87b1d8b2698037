package io.travelsuite.security.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackupRetentionTest {

  /** Every six hours of 800 days, the last on a Friday. */
  private static final List<String> ALL =
      IntStream.range(0, 3_200)
          .mapToObj(i -> Instant.parse("2026-11-27T20:00:00Z").minus(Duration.ofHours(6L * i)))
          .map(Names::of)
          .toList();

  @Test
  void the_newest_of_each_day_week_and_month_is_kept() {
    Set<String> kept = new BackupRetention(3, 2, 3).kept(ALL);
    assertThat(kept)
        .containsExactlyInAnyOrder(
            "20261127T200000000Z", // day, week and month
            "20261126T200000000Z",
            "20261125T200000000Z",
            "20261122T200000000Z", // the Sunday of the week before
            "20261031T200000000Z",
            "20260930T200000000Z");
  }

  @Test
  void the_default_keeps_at_most_one_for_each_period_and_always_the_newest() {
    Set<String> kept = BackupRetention.DEFAULT.kept(ALL);
    assertThat(kept).contains(ALL.get(0)).hasSizeBetween(18, 7 + 5 + 12);
    assertThat(BackupRetention.DEFAULT.kept(ALL.subList(0, 1))).containsExactly(ALL.get(0));
  }

  @Test
  void days_without_a_backup_do_not_count() {
    List<String> rare = List.of("20261127T020000000Z", "20260501T020000000Z");
    assertThat(new BackupRetention(2, 0, 0).kept(rare)).containsAll(rare);
  }

  @Test
  void keeping_again_deletes_no_more() {
    Set<String> kept = BackupRetention.DEFAULT.kept(ALL);
    assertThat(BackupRetention.DEFAULT.kept(kept)).isEqualTo(kept);
  }
}
