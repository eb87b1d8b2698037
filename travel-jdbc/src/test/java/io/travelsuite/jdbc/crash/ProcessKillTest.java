package io.travelsuite.jdbc.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.booking.HoldResult;
import io.travelsuite.booking.SoldOut;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.jdbc.Fixture;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The process that sells is killed, with four customers at different steps.
 *
 * <p>{@code -Dtravel.seed} repeats a run, {@code -Dtravel.kills} sets how many kills it has.
 */
class ProcessKillTest {

  private static final int KILLS = Integer.getInteger("travel.kills", 6);
  private static final int MOST_LINES = 120;

  private final long seed =
      Long.getLong("travel.seed", RandomGenerator.getDefault().nextInt(Integer.MAX_VALUE));
  private Fixture fixture;

  @BeforeEach
  void open() {
    fixture = Fixture.create();
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void a_process_killed_at_any_moment_leaves_nothing_half_done_and_a_retry_finds_its_booking()
      throws IOException {
    System.out.println("killing a process " + KILLS + " times: seed " + seed);
    Random random = new Random(seed);
    for (int kill = 0; kill < KILLS; kill++) {
      List<OccurrenceId> occurrences = fixture.openMany(3, 40);
      int lines = 1 + random.nextInt(MOST_LINES);
      List<String> printed =
          killed(new Program("kill-" + kill, PausePoint.NONE, occurrences), after(lines));

      assertThat(Invariants.violations(fixture)).isEmpty();
      Acknowledged acknowledged = acknowledged(printed);
      List<Customer> customers = customers(printed, occurrences);
      System.out.println(
          "after "
              + lines
              + " lines: "
              + acknowledged.size()
              + " of "
              + customers.size()
              + " told");
      assertThat(acknowledged.losses(fixture.travel().bookings())).isEmpty();
      askAgain(customers, acknowledged);
      assertThat(acknowledged.losses(fixture.travel().bookings())).isEmpty();
      assertThat(Invariants.violations(fixture)).isEmpty();
    }
  }

  @Test
  void a_process_killed_between_counter_and_booking_leaves_neither() throws IOException {
    OccurrenceId occurrence = killedAtPause(PausePoint.IN_ONE_TRANSACTION);

    assertThat(Invariants.violations(fixture)).isEmpty();
    assertThat(fixture.taken(occurrence)).isZero();
  }

  @Test
  void control_a_process_killed_between_two_transactions_leaves_drift() throws IOException {
    killedAtPause(PausePoint.BETWEEN_TWO_TRANSACTIONS);

    assertThat(Invariants.violations(fixture)).anyMatch(what -> what.contains("CounterDrift"));
  }

  private OccurrenceId killedAtPause(PausePoint point) throws IOException {
    List<OccurrenceId> occurrences = fixture.openMany(3, 40);
    killed(new Program("paused", point, occurrences), PausePoint.PAUSED::equals);
    return occurrences.get(0);
  }

  private record Program(String prefix, PausePoint point, List<OccurrenceId> occurrences) {}

  private List<String> killed(Program program, Predicate<String> moment) throws IOException {
    List<String> arguments = new ArrayList<>();
    arguments.add(fixture.schema().jdbcUrl());
    arguments.add(program.prefix());
    arguments.add(program.point().name());
    program.occurrences().forEach(id -> arguments.add(id.toString()));
    try (ChildJvm child = ChildJvm.start(SellingProgram.class, arguments)) {
      return child.killAt(moment);
    }
  }

  private static Predicate<String> after(int lines) {
    int[] seen = {0};
    return line -> ++seen[0] >= lines;
  }

  private static Acknowledged acknowledged(List<String> printed) {
    Acknowledged acknowledged = new Acknowledged();
    printed.forEach(line -> Told.parse(line).ifPresent(acknowledged::add));
    return acknowledged;
  }

  private static List<Customer> customers(List<String> printed, List<OccurrenceId> occurrences) {
    return printed.stream()
        .filter(line -> line.startsWith(SellingProgram.ASKS))
        .map(line -> new Customer(line.substring(SellingProgram.ASKS.length()), occurrences))
        .toList();
  }

  /** Each asks once more for the same under the same key, and may be refused if never told. */
  private void askAgain(List<Customer> customers, Acknowledged acknowledged) {
    for (Customer customer : customers) {
      HoldResult again = fixture.travel().bookings().hold(customer.request());
      if (again instanceof SoldOut) {
        assertThat(acknowledged.knows(customer.key())).isFalse();
      } else {
        acknowledged.add(Told.of(again.orElseThrow()));
      }
    }
  }
}
