package io.travelsuite.jdbc;

import io.travelsuite.booking.BookedLine;
import io.travelsuite.booking.SeatChange;
import io.travelsuite.booking.Shortage;
import io.travelsuite.inventory.LegRange;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.sale.SeatRule;
import io.travelsuite.seat.SeatWish;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Picks the seats that lines wish for, from those that are free under the round's locks: nobody
 * takes or gives back a seat on a leg without the counter of its pool there.
 */
final class Seating {

  private final Handle handle;
  private final boolean pastSnapshot;
  private final Map<BoardKey, SeatBoard> boards = new HashMap<>();
  private final List<Transition> moved = new ArrayList<>();

  Seating(Handle handle, boolean pastSnapshot) {
    this.handle = handle;
    this.pastSnapshot = pastSnapshot;
  }

  /** A board a channel, since some seats are kept for one. */
  private record BoardKey(OccurrenceId occurrence, String pool, @Nullable String channel) {}

  /**
   * What came of it.
   *
   * @param transition the same on the seats picked, or null when there are too few
   * @param shortage where there are too few, or null
   * @param perfect whether each party sits side by side, and nobody changes seats on the way
   */
  record Picked(@Nullable Transition transition, @Nullable Shortage shortage, boolean perfect) {}

  /** Picks seats for all lines that wish for some; takes none yet. */
  Picked pick(Transition transition, Sale sale) {
    Trial trial = new Trial(transition, sale);
    try {
      return trial.pick();
    } finally {
      trial.undo();
    }
  }

  /** What a transition itself gives back and names is moved on the boards while it picks. */
  private final class Trial {

    private final Transition transition;
    private final Sale sale;
    private final Set<SeatBoard> moved = new HashSet<>();
    private final Deque<Runnable> undo = new ArrayDeque<>();

    Trial(Transition transition, Sale sale) {
      this.transition = transition;
      this.sale = sale;
    }

    Picked pick() {
      List<BookedLine> added = transition.addedLines();
      Map<Integer, BookedLine> seated = new HashMap<>();
      boolean perfect = true;
      for (int i = 0; i < added.size(); i++) {
        BookedLine line = added.get(i);
        SeatWish wish = sale.lines().get(i).wish();
        if (wish != null) {
          SeatBoard board = boardOf(line);
          SeatChoice choice = BestAvailable.choose(board, wish, line.units().size(), line.legs());
          if (choice instanceof TooFewSeats few) {
            return new Picked(null, shortage(line, pool(line, sale), few), false);
          }
          SeatPlan plan = (SeatPlan) choice;
          plan.passengers().forEach(runs -> runs.forEach(run -> take(board, run)));
          seated.put(line.number(), on(plan, line));
          perfect &= plan.changes() == 0 && board.geometry().sideBySide(plan.labels());
        }
      }
      List<BookedLine> lines =
          transition.after().lines().stream()
              .map(line -> seated.getOrDefault(line.number(), line))
              .toList();
      return new Picked(transition.lines(lines), null, perfect);
    }

    private SeatBoard boardOf(BookedLine line) {
      SeatBoard board =
          board(new BoardKey(line.occurrence(), pool(line, sale), sale.channel()), sale);
      if (moved.add(board)) {
        apply(transition, line.occurrence(), board);
        undo.push(() -> apply(transition.reversed(), line.occurrence(), board));
      }
      return board;
    }

    private void take(SeatBoard board, SeatPlan.Run run) {
      board.take(run.label(), run.legs());
      undo.push(() -> board.give(run.label(), run.legs()));
    }

    void undo() {
      undo.forEach(Runnable::run);
    }
  }

  /** What is to be written takes and gives back seats, as those who come later find them. */
  void remember(Transition transition) {
    moved.add(transition);
    boards.forEach((key, board) -> apply(transition, key.occurrence(), board));
  }

  private static void apply(Transition transition, OccurrenceId occurrence, SeatBoard board) {
    for (SeatKey seat : Taking.seatsOnlyIn(transition.takingBefore(), transition.takingAfter())) {
      if (seat.occurrence().equals(occurrence)) {
        board.give(seat.seat(), new LegRange(seat.leg(), seat.leg() + 1));
      }
    }
    for (SeatKey seat : Taking.seatsOnlyIn(transition.takingAfter(), transition.takingBefore())) {
      if (seat.occurrence().equals(occurrence)) {
        board.take(seat.seat(), new LegRange(seat.leg(), seat.leg() + 1));
      }
    }
  }

  private SeatBoard board(BoardKey key, Sale sale) {
    SeatBoard known = boards.get(key);
    if (known != null) {
      return known;
    }
    Offer offer = Objects.requireNonNull(sale.offers().get(key.occurrence()));
    Set<String> kept = new HashSet<>();
    for (SeatRule rule : offer.terms().seats()) {
      if (!rule.isFor(key.channel())) {
        kept.add(rule.seat());
      }
    }
    SeatGeometry geometry = Objects.requireNonNull(offer.layout().geometries().get(key.pool()));
    SeatBoard board =
        SeatBoard.of(geometry, offer.layout().legs()).blocking(kept).taking(claims(offer, key));
    moved.forEach(transition -> apply(transition, key.occurrence(), board));
    boards.put(key, board);
    return board;
  }

  private List<SeatBoard.Claim> claims(Offer offer, BoardKey key) {
    if (!pastSnapshot) {
      return SeatTable.taken(handle, key.occurrence());
    }
    Set<SeatKey> all = new HashSet<>();
    for (String label : offer.layout().seats().getOrDefault(key.pool(), Set.of())) {
      for (int leg = 0; leg < offer.layout().legs(); leg++) {
        all.add(new SeatKey(key.occurrence(), leg, label));
      }
    }
    return SeatTable.claims(handle, all, " LOCK IN SHARE MODE").keySet().stream()
        .map(seat -> new SeatBoard.Claim(seat.leg(), seat.seat()))
        .toList();
  }

  private static String pool(BookedLine line, Sale sale) {
    Offer offer = Objects.requireNonNull(sale.offers().get(line.occurrence()));
    return line.takes().keySet().stream()
        .filter(offer.layout().geometries()::containsKey)
        .findFirst()
        .orElseThrow();
  }

  private static BookedLine on(SeatPlan plan, BookedLine line) {
    List<String> labels = new ArrayList<>();
    List<SeatChange> changes = new ArrayList<>();
    for (List<SeatPlan.Run> passenger : plan.passengers()) {
      for (SeatPlan.Run run : passenger.subList(1, passenger.size())) {
        changes.add(new SeatChange(labels.size(), run.legs().from(), run.label()));
      }
      labels.add(passenger.get(0).label());
    }
    return line.seats(labels, changes);
  }

  private static Shortage shortage(BookedLine line, String pool, TooFewSeats few) {
    return new Shortage(
        line.occurrence(), pool, line.legs(), line.units().size(), few.free(), List.of());
  }
}
