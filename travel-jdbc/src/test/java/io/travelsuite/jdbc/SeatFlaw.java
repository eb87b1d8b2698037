package io.travelsuite.jdbc;

import io.travelsuite.inventory.LegRange;
import io.travelsuite.seat.Seat;
import io.travelsuite.seat.SeatMap;
import io.travelsuite.seat.SeatWish;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** What a picker may get wrong on purpose, to prove that the oracle would see it. */
enum SeatFlaw {
  LOOKS_AT_THE_FIRST_LEG_ONLY("not open") {
    @Override
    SeatChoice answer(SeatQuestion question) {
      LegRange range = question.range();
      SeatChoice choice = sound(question.range(new LegRange(range.from(), range.from() + 1)));
      return choice instanceof SeatPlan plan ? over(range, plan.labels()) : choice;
    }
  },
  SEATS_EVERYBODY_SINGLY("can sit together") {
    @Override
    SeatChoice answer(SeatQuestion question) {
      return sound(question) instanceof SeatPlan plan && plan.changes() > 0
          ? plan
          : singly(question);
    }
  },
  SPLITS_ANYHOW("splits worse") {
    @Override
    SeatChoice answer(SeatQuestion question) {
      SeatChoice sound = sound(question);
      return sound(question.wish(question.wish().allTogether())) instanceof SeatPlan
              || (sound instanceof SeatPlan plan && plan.changes() > 0)
          ? sound
          : singly(question);
    }
  },
  LEAVES_SINGLE_SEATS("single seat") {
    @Override
    SeatChoice answer(SeatQuestion question) {
      SeatBoard board = question.board();
      BitSet free = board.free(question.range());
      free.and(board.geometry().matching(question.wish()));
      int from = SideBySide.find(board.geometry(), new BitSet(), free, question.party());
      return from == SideBySide.NONE
          ? sound(question)
          : over(question.range(), labels(board, from, question.party()));
    }
  },
  REFUSES_TO_SPLIT("refused although") {
    @Override
    SeatChoice answer(SeatQuestion question) {
      return sound(question.wish(question.wish().allTogether()));
    }
  },
  CHANGES_ON_EVERY_LEG("changes too often") {
    @Override
    SeatChoice answer(SeatQuestion question) {
      SeatChoice sound = sound(question);
      return sound instanceof SeatPlan plan && plan.changes() > 0 ? shuffled(plan) : sound;
    }
  },
  CHANGES_FOR_NO_REASON("nobody has to") {
    @Override
    SeatChoice answer(SeatQuestion question) {
      return sound(question) instanceof SeatPlan plan ? shuffled(plan) : sound(question);
    }
  },
  GIVES_RESERVED_SEATS("not open") {
    @Override
    SeatChoice answer(SeatQuestion question) {
      return question.wish().tags().contains(Seat.ACCESSIBLE)
          ? sound(question)
          : sound(question.map(unreserved(question.map())));
    }
  },
  SELLS_BLOCKED_SEATS("not open") {
    @Override
    SeatChoice answer(SeatQuestion question) {
      return sound(question.unblocked());
    }
  },
  COUNTS_ANOTHER_NUMBER("another number than are free") {
    @Override
    SeatChoice answer(SeatQuestion question) {
      return sound(question) instanceof TooFewSeats few
          ? new TooFewSeats(few.free() + 1)
          : sound(question);
    }
  },
  TAKES_THE_WORST_SEATS("better seats") {
    @Override
    SeatChoice answer(SeatQuestion question) {
      List<Seat> reversed = new ArrayList<>(question.map().seats());
      Collections.reverse(reversed);
      return sound(question.map(new SeatMap(reversed)));
    }
  };

  private final String fault;

  SeatFlaw(String fault) {
    this.fault = fault;
  }

  abstract SeatChoice answer(SeatQuestion question);

  /** What the oracle is to say of it. */
  String fault() {
    return fault;
  }

  static SeatChoice sound(SeatQuestion question) {
    return BestAvailable.choose(
        question.board(), question.wish(), question.party(), question.range());
  }

  private static SeatChoice singly(SeatQuestion question) {
    SeatBoard board = question.board();
    List<String> labels = new ArrayList<>();
    for (int i = 0; i < question.party(); i++) {
      SeatWish wish = question.wish();
      if (!(BestAvailable.choose(board, wish, 1, question.range()) instanceof SeatPlan plan)
          || plan.changes() > 0) {
        return sound(question);
      }
      labels.addAll(plan.labels());
      board.take(plan.labels().get(0), question.range());
    }
    return over(question.range(), labels);
  }

  private static SeatPlan over(LegRange range, List<String> labels) {
    return new SeatPlan(
        labels.stream().map(label -> List.of(new SeatPlan.Run(label, range))).toList());
  }

  private static List<String> labels(SeatBoard board, int from, int count) {
    return IntStream.range(from, from + count).mapToObj(board.geometry()::label).toList();
  }

  /** Everybody moves one seat on after the first leg. */
  private static SeatPlan shuffled(SeatPlan plan) {
    LegRange first = plan.passengers().get(0).get(0).legs();
    if (plan.passengers().size() < 2 || first.legs() < 2) {
      return plan;
    }
    List<List<SeatPlan.Run>> passengers = new ArrayList<>(plan.passengers());
    passengers.set(0, joined(plan.passengers().get(0), plan.passengers().get(1), first.from() + 1));
    passengers.set(1, joined(plan.passengers().get(1), plan.passengers().get(0), first.from() + 1));
    return new SeatPlan(passengers);
  }

  private static List<SeatPlan.Run> joined(
      List<SeatPlan.Run> before, List<SeatPlan.Run> after, int leg) {
    List<SeatPlan.Run> runs = new ArrayList<>();
    runs.add(new SeatPlan.Run(before.get(0).label(), new LegRange(leg - 1, leg)));
    for (SeatPlan.Run run : after) {
      if (run.legs().to() > leg) {
        runs.add(
            new SeatPlan.Run(
                run.label(), new LegRange(Math.max(leg, run.legs().from()), run.legs().to())));
      }
    }
    return runs;
  }

  private static SeatMap unreserved(SeatMap map) {
    return new SeatMap(
        map.seats().stream()
            .map(s -> Seat.of(s.label(), s.row(), s.position()).zone(s.zone()))
            .toList());
  }
}
