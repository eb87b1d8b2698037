package io.travelsuite.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.seat.SeatWish.Together;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random questions, their answers judged by trying everything.
 *
 * <p>{@code -Dtravel.seed} runs one seed, {@code -Dtravel.questions} sets how many are asked.
 */
class BestAvailableOracleTest {

  private static final int QUESTIONS = 1_500;

  static LongStream seeds() {
    Long given = Long.getLong("travel.seed");
    return given != null
        ? LongStream.of(given)
        : LongStream.of(1, 2, new Random().nextInt(Integer.MAX_VALUE));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void no_answer_is_wrong_or_worse_than_it_has_to_be(long seed) {
    int questions = Integer.getInteger("travel.questions", QUESTIONS);
    System.out.println("best seats: seed " + seed + ", " + questions + " questions");
    Random random = new Random(seed);
    for (int i = 0; i < questions; i++) {
      SeatQuestion question = SeatQuestion.random(random);
      SeatChoice choice = SeatFlaw.sound(question);
      assertThat(SeatOracle.faults(question, choice))
          .as("seed %d, question %d: %s answered by %s", seed, i, question, choice)
          .isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void control_a_picker_with_a_flaw_is_caught(SeatFlaw flaw) {
    Random random = new Random(1);
    boolean caught = false;
    for (int i = 0; i < QUESTIONS && !caught; i++) {
      SeatQuestion question = SeatQuestion.random(random);
      caught =
          SeatOracle.faults(question, flaw.answer(question)).stream()
              .anyMatch(fault -> fault.contains(flaw.fault()));
    }
    assertThat(caught).isTrue();
  }

  /** Questions that are all of one kind would prove little. */
  @Test
  void the_questions_meet_every_kind_of_answer() {
    Random random = new Random(1);
    Set<String> kinds = new TreeSet<>();
    for (int i = 0; i < QUESTIONS; i++) {
      SeatQuestion question = SeatQuestion.random(random);
      kinds.add(kind(question, SeatFlaw.sound(question)));
    }
    assertThat(kinds)
        .containsExactlyInAnyOrder(
            "refused, REQUIRED",
            "refused, PREFERRED",
            "alone",
            "alone, changing",
            "together",
            "split",
            "changing");
  }

  private static String kind(SeatQuestion question, SeatChoice choice) {
    if (!(choice instanceof SeatPlan plan)) {
      Together together = question.wish().together();
      return "refused, " + together;
    }
    String changing = plan.changes() > 0 ? "changing" : "";
    if (question.party() == 1) {
      return changing.isEmpty() ? "alone" : "alone, changing";
    }
    SeatQuestion strict = question.wish(question.wish().allTogether());
    return !changing.isEmpty()
        ? changing
        : SeatFlaw.sound(strict) instanceof SeatPlan ? "together" : "split";
  }
}
