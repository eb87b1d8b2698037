package io.travelsuite.jdbc.model;

import io.travelsuite.booking.BookedLine;
import io.travelsuite.booking.Line;
import io.travelsuite.booking.SeatChange;
import io.travelsuite.booking.Shortage;
import io.travelsuite.booking.SoldOut;
import io.travelsuite.seat.SeatWish.Together;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lines that wish for seats. Whether they get any is the model's own judgement; which ones it takes
 * over from the library, and fails unless they were free and as good as they could be.
 */
final class ModelSeating {

  private final ModelTravel travel;
  private final ModelWeighing.Wish wish;
  private final List<Line> asked;
  private final List<BookedLine> seated;
  private @Nullable SoldOut refusal;

  ModelSeating(ModelTravel travel, ModelWeighing.Wish wish, List<Line> asked) {
    this.travel = travel;
    this.wish = wish;
    this.asked = asked;
    seated = new ArrayList<>(wish.wanted());
    for (int i = 0; i < asked.size() && refusal == null; i++) {
      if (asked.get(i).wish() != null) {
        seat(i);
      }
    }
  }

  Optional<SoldOut> refusal() {
    return Optional.ofNullable(refusal);
  }

  /** The wanted lines on their seats. */
  List<BookedLine> lines() {
    return seated;
  }

  private void seat(int i) {
    BookedLine line = seated.get(i);
    Place place = new Place(line);
    boolean required =
        asked.get(i).wish().together() == Together.REQUIRED
            || travel.has(Flaw.NEVER_SPLITS_A_PARTY);
    int most = required ? place.longestRun() : place.fewest();
    int party = line.units().size();
    if (most < party) {
      refusal =
          new SoldOut(
              List.of(
                  new Shortage(
                      line.occurrence(), place.pool, line.legs(), party, most, List.of())));
      return;
    }
    BookedLine chosen =
        travel.adopted.picked(line, i - asked.size()).orElseGet(() -> place.choose(party));
    place.check(chosen);
    seated.set(i, chosen);
  }

  /** Where a line is to sit, and what is free there. */
  private final class Place {

    private final BookedLine line;
    private final String pool;
    private final List<String> labels;
    private final Set<String> open;

    Place(BookedLine line) {
      this.line = line;
      ModelOccurrence occurrence = travel.occurrence(line.occurrence()).orElseThrow();
      pool =
          line.takes().keySet().stream()
              .filter(name -> !occurrence.seats.getOrDefault(name, List.of()).isEmpty())
              .findFirst()
              .orElseThrow();
      labels = occurrence.seats.getOrDefault(pool, List.of());
      open = new HashSet<>(labels);
      occurrence.terms.seats().stream()
          .filter(rule -> rule.channel() == null || !rule.channel().equals(wish.channel()))
          .forEach(rule -> open.remove(rule.seat()));
    }

    private Set<String> free(int leg) {
      Set<String> free = new HashSet<>(open);
      List<BookedLine> others = new ArrayList<>(new ModelWeighing(travel).liveLines());
      others.removeAll(wish.returned());
      others.addAll(seated);
      others.stream()
          .filter(other -> other.occurrence().equals(line.occurrence()))
          .forEach(other -> free.removeAll(ModelWeighing.liveSeats(other, leg)));
      return free;
    }

    private Set<String> throughout() {
      Set<String> throughout = new HashSet<>(open);
      for (int leg = line.legs().from(); leg < line.legs().to(); leg++) {
        throughout.retainAll(free(leg));
      }
      return throughout;
    }

    int fewest() {
      int fewest = Integer.MAX_VALUE;
      for (int leg = line.legs().from(); leg < line.legs().to(); leg++) {
        fewest = Math.min(fewest, free(leg).size());
      }
      return fewest;
    }

    int longestRun() {
      Set<String> throughout = throughout();
      int longest = 0;
      int run = 0;
      for (String label : labels) {
        run = throughout.contains(label) ? run + 1 : 0;
        longest = Math.max(longest, run);
      }
      return longest;
    }

    /** Some seats that are right, where the library picked none. */
    BookedLine choose(int party) {
      List<String> throughout = labels.stream().filter(throughout()::contains).toList();
      for (int i = 0; longestRun() >= party && i + party <= labels.size(); i++) {
        List<String> run = labels.subList(i, i + party);
        if (throughout.containsAll(run)) {
          return line.seats(run, List.of());
        }
      }
      if (throughout.size() >= party) {
        return line.seats(throughout.subList(0, party), List.of());
      }
      List<String> seats = new ArrayList<>();
      List<SeatChange> changes = new ArrayList<>();
      for (int leg = line.legs().from(); leg < line.legs().to(); leg++) {
        List<String> free = labels.stream().filter(free(leg)::contains).toList();
        for (int unit = 0; unit < party; unit++) {
          if (leg == line.legs().from()) {
            seats.add(free.get(unit));
          } else {
            changes.add(new SeatChange(unit, leg, free.get(unit)));
          }
        }
      }
      return line.seats(seats, changes);
    }

    void check(BookedLine chosen) {
      int party = line.units().size();
      boolean right = chosen.seats().size() == party;
      for (int leg = line.legs().from(); right && leg < line.legs().to(); leg++) {
        List<String> sits = ModelWeighing.liveSeats(chosen, leg);
        right = new HashSet<>(sits).size() == party && free(leg).containsAll(sits);
      }
      right &= chosen.seatChanges().isEmpty() || throughout().size() < party;
      right &= longestRun() < party || isRun(chosen.seats());
      if (!right) {
        throw new AssertionError(
            "answered otherwise than the model: picked "
                + chosen
                + ", free throughout: "
                + throughout());
      }
    }

    private boolean isRun(List<String> seats) {
      int first = labels.indexOf(seats.get(0));
      return labels.subList(first, Math.min(labels.size(), first + seats.size())).equals(seats);
    }
  }
}
