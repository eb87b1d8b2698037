package io.travelsuite.jdbc.model;

import io.travelsuite.Travel;
import io.travelsuite.booking.BookingState;
import io.travelsuite.booking.ManifestRequest;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.inventory.Product;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Makes every call on the library and on the model, and fails at the first difference. */
final class SideBySide {

  private static final int STEPS_BETWEEN_INSPECTIONS = 100;

  private final Travel library;
  private final ModelTravel model;
  private final MutableClock clock;
  private final long seed;
  private final Dice dice;
  private final Operations operations;
  private final History history;
  private final SortedMap<String, Integer> kinds = new TreeMap<>();
  private int step;

  SideBySide(Travel library, ModelTravel model, MutableClock clock, long seed) {
    this.library = library;
    this.model = model;
    this.clock = clock;
    this.seed = seed;
    this.dice = new Dice(seed);
    this.operations = new Operations(model, dice);
    this.history = new History(model);
  }

  /** Returns how many answers of each kind there were. */
  SortedMap<String, Integer> run(int steps) {
    operations.opening(this::perform);
    for (step = 1; step <= steps; step++) {
      if (dice.chance(20)) {
        passTime();
      }
      perform(operations.next());
      if (step % STEPS_BETWEEN_INSPECTIONS == 0 || step == steps) {
        wholeState().forEach(this::compare);
      }
    }
    return kinds;
  }

  /** Some minutes, or just to the moment at which a hold expires, or to just before it. */
  private void passTime() {
    Duration pause = Duration.ofSeconds(dice.between(0, dice.chance(10) ? 3_000 : 120));
    List<Instant> expiries =
        model.bookings.stream()
            .filter(booking -> booking.state(clock.instant()) == BookingState.HELD)
            .map(booking -> booking.expiresAt)
            .filter(expiry -> expiry.isAfter(clock.instant()))
            .toList();
    if (!expiries.isEmpty() && dice.chance(30)) {
      Duration left = Duration.between(clock.instant(), dice.of(expiries));
      pause = dice.chance(50) ? left : left.minusNanos(1_000);
    }
    clock.advance(pause);
    String later = "        " + pause + " later";
    history.add(() -> later);
  }

  private void perform(Operation operation) {
    Answer answer = compare(operation);
    int now = step;
    history.add(() -> "%5d  %s%n     -> %s".formatted(now, operation.text(), answer.value()));
    kinds.merge(answer.kind(), 1, Integer::sum);
  }

  private Answer compare(Operation operation) {
    Answer actual = answerOfLibrary(operation);
    model.adopted.from(actual.value());
    if (!operation.look()) {
      model.sweeping.transitionDone();
    }
    model.sweeping.learn();
    Answer expected = Answer.of(operation, model);
    if (!actual.equals(expected)) {
      throw new AssertionError(
          history.tell(
              where("answered otherwise than the model"),
              "called:  " + operation.text(),
              "library: " + actual.value(),
              "model:   " + expected.value()));
    }
    return actual;
  }

  private Answer answerOfLibrary(Operation operation) {
    try {
      return Answer.of(operation, library);
    } catch (RuntimeException e) {
      String called = "called:  " + operation.text();
      throw new AssertionError(history.tell(where("threw " + e), called), e);
    }
  }

  private String where(String what) {
    return "The library %s, seed %d, step %d; to repeat: -Dtravel.seed=%d -Dtravel.steps=%d"
        .formatted(what, seed, step, seed, step);
  }

  /** Every counter, every booking in every way it can be found, and whether the two agree. */
  private List<Operation> wholeState() {
    List<Operation> all = new ArrayList<>();
    for (ModelOccurrence occurrence : model.occurrences) {
      OccurrenceId id = occurrence.id();
      Set<BookingState> states = EnumSet.allOf(BookingState.class);
      all.add(Operation.look("availability " + id, travel -> travel.inventory().availability(id)));
      all.add(LookOperations.manifest(new ManifestRequest(id, states, null, 1_000)));
      all.add(Operation.look("verify " + id, travel -> travel.integrity().verify(id)));
    }
    for (ModelBooking booking : model.bookings) {
      String key = booking.request.key();
      all.add(LookOperations.find(booking.id));
      all.add(LookOperations.findByReference(booking.operator, booking.reference));
      if (key != null) {
        all.add(LookOperations.findByKey(booking.operator, key));
      }
    }
    for (Product product : model.products) {
      all.add(InventoryOperations.range(product.id(), Timetable.FIRST, Timetable.LAST));
    }
    all.add(LookOperations.verify());
    return all;
  }
}
