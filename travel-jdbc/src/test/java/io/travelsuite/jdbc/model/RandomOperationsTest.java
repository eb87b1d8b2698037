package io.travelsuite.jdbc.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.travelsuite.examples.database.TestDatabase;
import io.travelsuite.examples.database.TestSchema;
import io.travelsuite.jdbc.JdbcTravel;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random operations on the library and on a model of it.
 *
 * <p>{@code -Dtravel.seed} runs one seed, {@code -Dtravel.steps} sets how many steps a run has.
 */
class RandomOperationsTest {

  private static final long[] FIXED_SEEDS = {8, 33, 64};
  private static final int STEPS = 600;
  private static final Instant START = Instant.parse("2026-03-01T08:00:00.123456Z");
  private static final Duration LONGEST_HOLD = Duration.ofMinutes(40);

  static LongStream seeds() {
    Long given = Long.getLong("travel.seed");
    return given != null
        ? LongStream.of(given)
        : LongStream.concat(
            LongStream.of(FIXED_SEEDS),
            LongStream.of(RandomGenerator.getDefault().nextInt(Integer.MAX_VALUE)));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theLibraryAnswersAsTheModelDoes(long seed) {
    int steps = Integer.getInteger("travel.steps", STEPS);
    System.out.println("random operations: seed " + seed + ", " + steps + " steps");
    runLibrary(seed, steps, Flaw.NONE);
  }

  /** The negative control: the same seeds pass with the sound model. */
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void aModelWithAFlawIsCaught(Flaw flaw) {
    AssertionError caught =
        assertThrows(
            AssertionError.class,
            () -> {
              for (long seed : FIXED_SEEDS) {
                runLibrary(seed, STEPS, flaw);
              }
            });
    assertThat(caught).hasMessageContaining("answered otherwise than the model");
  }

  /** A run that never saw a hold refused would prove little. */
  @Test
  void theFixedSeedsMeetEveryKindOfAnswer() {
    Set<String> kinds = new TreeSet<>();
    for (long seed : FIXED_SEEDS) {
      MutableClock clock = new MutableClock(START);
      ModelTravel other = new ModelTravel(clock, LONGEST_HOLD, Flaw.NONE);
      ModelTravel model = new ModelTravel(clock, LONGEST_HOLD, Flaw.NONE);
      kinds.addAll(new SideBySide(other, model, clock, seed).run(STEPS).keySet());
    }
    assertThat(kinds)
        .contains("Held", "Held again", "SoldOut", "SoldOut of seats", "KeyConflict")
        .contains("NotOnSale NOT_YET_OPEN", "NotOnSale CUTOFF_PASSED", "NotOnSale NOT_OFFERED")
        .contains("NotOnSale PARTY_TOO_SMALL", "NotOnSale PARTY_TOO_LARGE")
        .contains("NotOnSale RESTRICTED", "NotOnSale SEAT_NOT_SOLD", "NotOnSale CANCELLED")
        .contains(
            "TermsSet", "NotOnSale UNKNOWN", "NotOnSale CLOSED", "WrongState", "NoSuchBooking")
        .contains("Confirmed", "Changed", "Extended", "LifetimeCapReached", "Released")
        .contains("Cancelled", "Redeemed", "AlreadyRedeemed", "MarkedNoShow")
        .contains("Opened", "AlreadyOpen", "LayoutConflict", "SaleSet", "NoSuchOccurrence")
        .contains("Resized", "BelowTaken", "NoSuchPool", "found", "not found", Answer.INVALID);
  }

  private static void runLibrary(long seed, int steps, Flaw flaw) {
    MutableClock clock = new MutableClock(START);
    try (TestSchema schema = TestDatabase.shared().newSchema()) {
      DataSource dataSource = schema.dataSource(2);
      JdbcTravel.migrate(dataSource);
      JdbcTravel library =
          JdbcTravel.builder(dataSource).clock(clock).longestHold(LONGEST_HOLD).build();
      ModelTravel model = new ModelTravel(clock, LONGEST_HOLD, flaw);
      new SideBySide(library, model, clock, seed).run(steps);
    }
  }
}
