package io.travelsuite.jdbc.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.jdbc.Fixture;
import io.travelsuite.jdbc.crash.ChildJvm;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Two JVMs with eight threads each, on one key. {@code -Dtravel.seconds} is how long they lease.
 */
class TwoJvmsRateTest {

  private static final int JVMS = 2;
  private static final int THREADS = 8;
  private static final long START_MILLIS = 2_500;
  private static final int SECONDS = Integer.getInteger("travel.seconds", 3);

  private Fixture fixture;

  @BeforeEach
  void open() {
    fixture = Fixture.create();
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  /** How many passed, by the millisecond, in all JVMs. */
  private record Run(TreeMap<Long, Integer> allowed, long asked) {

    int total() {
      return allowed.values().stream().mapToInt(count -> count).sum();
    }

    long millis() {
      return allowed.lastKey() - allowed.firstKey();
    }

    long aSecond() {
      return total() * 1000L / Math.max(1, millis());
    }

    /** The most in any window of so many milliseconds. */
    int most(long window) {
      int most = 0;
      int sum = 0;
      List<Map.Entry<Long, Integer>> inside = new ArrayList<>();
      for (Map.Entry<Long, Integer> entry : allowed.entrySet()) {
        inside.add(entry);
        sum += entry.getValue();
        while (inside.get(0).getKey() <= entry.getKey() - window) {
          sum -= inside.remove(0).getValue();
        }
        most = Math.max(most, sum);
      }
      return most;
    }
  }

  private Run run(RateProgram.Mode mode, String rule, String group, long millis)
      throws IOException {
    long begin = System.currentTimeMillis() + START_MILLIS;
    List<String> arguments =
        List.of(
            fixture.schema().jdbcUrl(),
            mode.name(),
            rule,
            group,
            Integer.toString(THREADS),
            Long.toString(begin),
            Long.toString(millis));
    List<ChildJvm> children = new ArrayList<>();
    for (int jvm = 0; jvm < JVMS; jvm++) {
      children.add(ChildJvm.start(RateProgram.class, arguments));
    }
    Run run = new Run(new TreeMap<>(), 0);
    for (ChildJvm child : children) {
      try (child) {
        assertThat(child.end()).isZero();
        run = merged(run, child.lines());
      }
    }
    return run;
  }

  private static Run merged(Run run, List<String> lines) {
    long asked = run.asked();
    for (String line : lines) {
      String[] parts = line.split(" ", -1);
      if (parts[0].equals("ASKED")) {
        asked += Long.parseLong(parts[1]);
      } else if (parts[0].equals("DEGRADED")) {
        assertThat(parts[1]).isEqualTo("0");
      } else if (parts[0].matches("\\d+")) {
        run.allowed().merge(Long.parseLong(parts[0]), Integer.parseInt(parts[1]), Integer::sum);
      }
    }
    return new Run(run.allowed(), asked);
  }

  @Test
  void of_ten_a_minute_exactly_ten_pass_in_both_together() throws IOException {
    Run run = run(RateProgram.Mode.STATEMENT, "10/m", "g", 1_500);
    System.out.println(run.total() + " of " + run.asked() + " in " + run.millis() + " ms");

    assertThat(run.asked()).isGreaterThan(100);
    assertThat(run.millis()).isLessThan(6_000); // one more comes back after six seconds
    assertThat(run.total()).isEqualTo(10);
  }

  @Test
  void control_two_jvms_that_count_for_themselves_let_twenty_pass() throws IOException {
    assertThat(run(RateProgram.Mode.LOCAL, "10/m", "g", 500).total()).isEqualTo(20);
  }

  @Test
  void leases_are_all_given_out_and_never_more_than_the_limit_in_any_window() throws IOException {
    Run run = run(RateProgram.Mode.LEASED, "2000/2s", "g", SECONDS * 1000L);
    System.out.println(
        "leased: " + run.total() + " of " + run.asked() + " in " + run.millis() + " ms");

    assertThat(run.most(1_990)).isLessThanOrEqualTo(2_000); // a moment is told up to 10 ms late
    long wanted = Math.min(1_000L * SECONDS, run.asked()); // a loaded machine asks for less
    assertThat((long) run.total()).isGreaterThan(wanted * 8 / 10);
  }

  @Test
  void leases_are_exact_in_total() throws IOException {
    Run run = run(RateProgram.Mode.LEASED, "20000/h", "g", 1_000);
    System.out.println("leased: " + run.total() + " of " + run.asked() + ", 20,000 an hour");

    assertThat(run.asked()).isGreaterThan(20_000);
    assertThat(run.total()).isEqualTo(20_000);
  }

  @Test
  void a_hot_key_is_allowed_fifty_times_as_often_with_leases() throws IOException {
    Run statements = run(RateProgram.Mode.STATEMENT, "1000000/m", "statements", 1_000);
    Run leases = run(RateProgram.Mode.LEASED, "1000000/m", "leases", 1_000);
    System.out.println(
        "allowed a second: " + statements.aSecond() + " by statements, " + leases.aSecond());

    assertThat(leases.total()).isLessThanOrEqualTo(1_000_000);
    assertThat(leases.aSecond()).isGreaterThan(50 * statements.aSecond());
  }
}
