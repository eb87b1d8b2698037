package io.travelsuite.jdbc;

import io.travelsuite.inventory.LegRange;
import io.travelsuite.seat.Seat;
import io.travelsuite.seat.SeatWish.Together;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Judges answers by trying everything; knows seats and who is beside whom, and nothing else. */
final class SeatOracle {

  private final SeatQuestion question;
  private final SeatSets sets;
  private final Map<String, Seat> seats;
  private final List<String> faults = new ArrayList<>();

  private SeatOracle(SeatQuestion question) {
    this.question = question;
    sets = new SeatSets(question.map());
    seats = question.map().seats().stream().collect(Collectors.toMap(Seat::label, s -> s));
  }

  /** What is wrong with an answer; nothing when all is well. */
  static List<String> faults(SeatQuestion question, SeatChoice choice) {
    SeatOracle oracle = new SeatOracle(question);
    oracle.judge(choice);
    return oracle.faults;
  }

  private void judge(SeatChoice choice) {
    List<Set<Seat>> all = freeByLeg(this::matches);
    List<Set<Seat>> unreserved = freeByLeg(seat -> matches(seat) && !isReserved(seat));
    List<Set<Seat>> open = largestParty(unreserved) >= question.party() ? unreserved : all;
    if (choice instanceof TooFewSeats few) {
      expect(largestParty(all) < question.party(), "refused although there is room");
      expect(few.free() == largestParty(all), "tells another number than are free");
      return;
    }
    SeatPlan plan = (SeatPlan) choice;
    judgeRuns(plan, open);
    if (faults.isEmpty()) {
      judgeQuality(plan, open);
    }
  }

  /** Everybody has a free seat on every leg, and nobody sits on another's lap. */
  private void judgeRuns(SeatPlan plan, List<Set<Seat>> open) {
    expect(plan.passengers().size() == question.party(), "seats another number than asked");
    Set<SeatBoard.Claim> given = new HashSet<>();
    for (List<SeatPlan.Run> runs : plan.passengers()) {
      int leg = question.range().from();
      for (SeatPlan.Run run : runs) {
        expect(run.legs().from() == leg, "leaves a leg out");
        for (leg = run.legs().from(); leg < run.legs().to(); leg++) {
          expect(given.add(new SeatBoard.Claim(leg, run.label())), "gives a seat twice");
          Set<Seat> free = open.get(leg - question.range().from());
          expect(free.contains(seats.get(run.label())), "gives a seat that is not open to it");
        }
      }
      expect(leg == question.range().to(), "ends on another leg");
    }
  }

  private void judgeQuality(SeatPlan plan, List<Set<Seat>> open) {
    Set<Seat> throughout = throughout(open);
    boolean required = question.wish().together() == Together.REQUIRED;
    if (throughout.size() < question.party()) {
      expect(!required, "changes seats where all must sit together");
      judgeChanges(plan, open, throughout);
      return;
    }
    expect(plan.changes() == 0, "changes seats where nobody has to");
    if (plan.changes() > 0) {
      return;
    }
    Set<Seat> given = plan.labels().stream().map(seats::get).collect(Collectors.toSet());
    List<Set<Seat>> together = sets.sideBySide(throughout, question.party());
    boolean sits = sets.groups(given).size() == 1;
    expect(sits || !required, "splits where all must sit together");
    expect(sits || together.isEmpty(), "splits where all can sit together");
    if (sits) {
      judgePlace(given, together);
    } else {
      judgeSplit(given, throughout);
    }
  }

  private void judgePlace(Set<Seat> given, List<Set<Seat>> together) {
    Set<Seat> free = throughout(freeByLeg(seat -> true));
    long fewest = together.stream().mapToLong(some -> sets.orphans(free, some)).min().orElseThrow();
    expect(sets.orphans(free, given) == fewest, "leaves a single seat that need not be left");
    expect(
        sets.ranks(given)
            == together.stream()
                .filter(some -> sets.orphans(free, some) == fewest)
                .mapToLong(sets::ranks)
                .min()
                .orElseThrow(),
        "leaves better seats that are as good for the others");
  }

  private void judgeSplit(Set<Seat> given, Set<Seat> throughout) {
    SeatSets.Split best =
        sets.subsets(throughout, question.party()).map(sets::split).sorted().findFirst().get();
    expect(sets.split(given).equals(best), "splits worse than it has to");
  }

  private void judgeChanges(SeatPlan plan, List<Set<Seat>> open, Set<Seat> throughout) {
    expect(plan.changes() == sets.fewestChanges(open, question.party()), "changes too often");
    long staying = plan.passengers().stream().filter(runs -> runs.size() == 1).count();
    expect(staying == throughout.size(), "makes more people change than it has to");
  }

  private int largestParty(List<Set<Seat>> free) {
    if (question.wish().together() == Together.PREFERRED) {
      return free.stream().mapToInt(Set::size).min().orElseThrow();
    }
    Set<Seat> throughout = throughout(free);
    return IntStream.rangeClosed(0, throughout.size())
        .filter(size -> size == 0 || !sets.sideBySide(throughout, size).isEmpty())
        .max()
        .orElseThrow();
  }

  private List<Set<Seat>> freeByLeg(Predicate<Seat> filter) {
    LegRange range = question.range();
    return IntStream.range(range.from(), range.to()).mapToObj(leg -> free(leg, filter)).toList();
  }

  private Set<Seat> free(int leg, Predicate<Seat> filter) {
    return question.map().seats().stream()
        .filter(filter)
        .filter(seat -> !question.blocked().contains(seat.label()))
        .filter(seat -> !question.claims().contains(new SeatBoard.Claim(leg, seat.label())))
        .collect(Collectors.toSet());
  }

  private static Set<Seat> throughout(List<Set<Seat>> freeByLeg) {
    Set<Seat> throughout = new HashSet<>(freeByLeg.get(0));
    freeByLeg.forEach(throughout::retainAll);
    return throughout;
  }

  private boolean matches(Seat seat) {
    String zone = question.wish().zone();
    return (zone == null || zone.equals(seat.zone()))
        && seat.tags().containsAll(question.wish().tags());
  }

  private boolean isReserved(Seat seat) {
    return seat.tags().contains(Seat.ACCESSIBLE)
        && !question.wish().tags().contains(Seat.ACCESSIBLE);
  }

  private void expect(boolean condition, String fault) {
    if (!condition) {
      faults.add(fault);
    }
  }
}
