package io.travelsuite.jdbc;

import io.travelsuite.booking.Booking;
import io.travelsuite.booking.BookingResult;
import io.travelsuite.booking.Refusal;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An operation in a round: what it would write, until what comes of it is settled. */
final class Draft {

  private final Operation<?> operation;
  private @Nullable Transition transition;
  private final @Nullable Function<Booking, ? extends BookingResult> answer;
  private @Nullable Step<BookingResult> step;

  private Draft(
      Operation<?> operation,
      @Nullable Transition transition,
      @Nullable Function<Booking, ? extends BookingResult> answer,
      @Nullable Step<BookingResult> step) {
    this.operation = operation;
    this.transition = transition;
    this.answer = answer;
    this.step = step;
  }

  static Draft settled(Operation<?> operation, Step<BookingResult> step) {
    return new Draft(operation, null, null, step);
  }

  static Draft of(Operation<?> operation, Decision<? extends BookingResult> decision) {
    if (decision instanceof Decision.Write<? extends BookingResult> write) {
      return new Draft(operation, write.transition(), write.answer(), null);
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

  /** Replaces what it would write: the same with seats picked. */
  void rewrite(Transition seated) {
    transition = seated;
  }

  Step<BookingResult> step() {
    // Whatever is not settled by the end of a round is for the next.
    return step == null ? Step.again(List.of()) : step;
  }

  void written() {
    step = Step.answer(Objects.requireNonNull(answer).apply(transition().after()));
  }

  void refuse(Refusal refusal) {
    step = Step.answer(operation.answers().cast(refusal));
  }

  /** Refuses, unless another round knows better. */
  void doubt(Refusal refusal) {
    step = new Step.Doubted<>(operation.answers().cast(refusal));
  }

  void settle(Step<BookingResult> outcome) {
    step = outcome;
  }
}
