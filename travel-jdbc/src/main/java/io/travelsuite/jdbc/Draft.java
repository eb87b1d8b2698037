package io.travelsuite.jdbc;

import io.travelsuite.booking.BookingResult;
import io.travelsuite.booking.Refusal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An operation in a round: what it would write, until what comes of it is settled. */
final class Draft {

  private final Operation<?> operation;
  private final @Nullable Transition transition;
  private final @Nullable BookingResult result;
  private @Nullable Step<BookingResult> step;

  private Draft(
      Operation<?> operation,
      @Nullable Transition transition,
      @Nullable BookingResult result,
      @Nullable Step<BookingResult> step) {
    this.operation = operation;
    this.transition = transition;
    this.result = result;
    this.step = step;
  }

  static Draft settled(Operation<?> operation, Step<BookingResult> step) {
    return new Draft(operation, null, null, step);
  }

  static Draft of(Operation<?> operation, Decision<? extends BookingResult> decision) {
    if (decision instanceof Decision.Write<? extends BookingResult> write) {
      return new Draft(operation, write.transition(), write.result(), null);
    }
    BookingResult answer = ((Decision.Answer<? extends BookingResult>) decision).result();
    return settled(operation, Step.answer(answer));
  }

  boolean open() {
    return step == null;
  }

  Operation<?> operation() {
    return operation;
  }

  /** What it would write; only while it is open. */
  Transition transition() {
    return Objects.requireNonNull(transition);
  }

  Step<BookingResult> step() {
    // Whatever is not settled by the end of a round is for the next.
    return step == null ? Step.again(List.of()) : step;
  }

  void written() {
    step = Step.answer(Objects.requireNonNull(result));
  }

  void refuse(Refusal refusal) {
    step = Step.answer(operation.answers().cast(refusal));
  }

  void settle(Step<BookingResult> outcome) {
    step = outcome;
  }
}
