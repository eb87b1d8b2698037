package io.travelsuite.jdbc.group;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.jdbc.Race;
import java.sql.SQLException;
import java.util.List;
import java.util.function.BiFunction;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Two nodes of a multi-primary group sell the last units. Neither sees the other's locks. */
@EnabledIfEnvironmentVariable(named = Group.URLS, matches = "(?s).+")
class GroupRaceTest {

  private static final int THREADS_PER_NODE = 8;
  private static final int UNITS = 300;

  private static Group group;

  @BeforeAll
  static void open() {
    group = Group.open();
  }

  @AfterAll
  static void close() {
    group.close();
  }

  @Test
  void two_nodes_that_race_for_the_last_units_sell_each_once_and_surface_no_conflict()
      throws SQLException {
    OccurrenceId occurrence = group.fixture().open(UNITS);
    CertificationFailures failures = new CertificationFailures();
    List<UnitSeller> nodes =
        List.of(
            UnitSeller.library(failures.countedIn(group.pool(1, THREADS_PER_NODE)), occurrence),
            UnitSeller.library(failures.countedIn(group.pool(2, THREADS_PER_NODE)), occurrence));

    int told =
        Race.run(2 * THREADS_PER_NODE, number -> sellOut(nodes.get(number % 2))).stream()
            .mapToInt(Integer::intValue)
            .sum();

    System.out.println(failures.count() + " certification failures for " + UNITS + " units");
    assertThat(told).isEqualTo(UNITS);
    assertThat(sold(occurrence)).isEqualTo(UNITS);
    assertThat(failures.count()).as("conflicts, else the race was none").isPositive();
    assertThat(group.violations(1)).isEmpty();
    assertThat(group.violations(3)).isEmpty();
  }

  @RepeatedTest(3)
  void two_nodes_that_commit_the_last_unit_at_one_moment_sell_it_once() throws SQLException {
    OccurrenceId occurrence = group.fixture().open(1);

    List<Boolean> told = sellAtOneMoment(occurrence, UnitSeller::library);

    assertThat(told).containsExactlyInAnyOrder(true, false);
    assertThat(sold(occurrence)).isOne();
    assertThat(group.violations(3)).isEmpty();
  }

  @Test
  void control_two_nodes_that_lock_and_sum_without_writing_the_counter_oversell()
      throws SQLException {
    OccurrenceId occurrence = group.fixture().open(1);

    List<Boolean> told = sellAtOneMoment(occurrence, SummingSeller::new);

    assertThat(told).containsExactly(true, true);
    assertThat(sold(occurrence)).isEqualTo(2);
  }

  private static List<Boolean> sellAtOneMoment(
      OccurrenceId occurrence, BiFunction<DataSource, OccurrenceId, UnitSeller> seller) {
    CommitMeeting meeting = new CommitMeeting(2);
    List<UnitSeller> nodes =
        List.of(
            seller.apply(meeting.of(group.pool(1, 2)), occurrence),
            seller.apply(meeting.of(group.pool(2, 2)), occurrence));
    return Race.run(2, number -> nodes.get(number).sellOne());
  }

  private static int sellOut(UnitSeller seller) throws SQLException {
    int sold = 0;
    while (seller.sellOne()) {
      sold++;
    }
    return sold;
  }

  /** What the group has sold, whatever the counter says. */
  private static long sold(OccurrenceId occurrence) throws SQLException {
    return group.number(
        "SELECT COUNT(*) FROM travel_line WHERE occurrence_id = ?", occurrence.value());
  }
}
