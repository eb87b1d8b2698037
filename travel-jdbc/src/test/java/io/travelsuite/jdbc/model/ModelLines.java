package io.travelsuite.jdbc.model;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.booking.BookedLine;
import io.travelsuite.booking.Line;
import io.travelsuite.booking.NotOnSale;
import io.travelsuite.booking.Section;
import io.travelsuite.booking.UnitState;
import io.travelsuite.inventory.LegRange;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.inventory.OperatorId;
import io.travelsuite.inventory.Stop;
import io.travelsuite.sale.FareUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the lines of a request mean, and which of them can never be right. */
final class ModelLines {

  private final ModelTravel travel;
  private final ModelWeighing weighing;

  ModelLines(ModelTravel travel) {
    this.travel = travel;
    this.weighing = new ModelWeighing(travel);
  }

  /**
   * The lines of a request, or that there is no such occurrence, whichever line is the first to be
   * wrong.
   *
   * @param lines the lines as booked, none when one is unknown
   * @param operator whose they are, nobody's when there are none
   * @param unknown the first occurrence that there is not, or does not sell such units
   */
  record Read(List<BookedLine> lines, Optional<OperatorId> operator, Optional<NotOnSale> unknown) {}

  Read read(List<Line> lines, @Nullable String channel) {
    List<BookedLine> read = new ArrayList<>();
    Set<OperatorId> operators = new LinkedHashSet<>();
    for (Line line : lines) {
      Optional<ModelOccurrence> occurrence = travel.occurrence(line.occurrence());
      if (occurrence.isEmpty()) {
        NotOnSale unknown = new NotOnSale(line.occurrence(), NotOnSale.Reason.UNKNOWN);
        return new Read(List.of(), Optional.empty(), Optional.of(unknown));
      }
      operators.add(occurrence.get().facts.operator());
      unless(operators.size() == 1, "lines", operators, "must be of one operator");
      if (!new ModelTerms(travel, occurrence.get()).offers(line)) {
        NotOnSale refusal =
            new NotOnSale(line.occurrence(), NotOnSale.Reason.NOT_OFFERED, travel.adopted.detail());
        return new Read(List.of(), operators.stream().findFirst(), Optional.of(refusal));
      }
      read.add(read(line, occurrence.get(), channel));
    }
    checkSums(read);
    return new Read(read, operators.stream().findFirst(), Optional.empty());
  }

  static void checkSeatsDiffer(List<BookedLine> lines) {
    for (int i = 0; i < lines.size(); i++) {
      for (int j = 0; j < i; j++) {
        boolean shared = ModelWeighing.shareASeat(lines.get(i), lines.get(j));
        unless(!shared, "seats", lines.get(i).seats(), "must not be in a booking twice");
      }
    }
  }

  /** What all lines together take of a pool, on each leg. */
  void checkSums(List<BookedLine> lines) {
    for (BookedLine line : lines) {
      ModelOccurrence occurrence = travel.occurrence(line.occurrence()).orElseThrow();
      for (String pool : line.takes().keySet()) {
        for (int leg = line.legs().from(); leg < line.legs().to(); leg++) {
          long sum = weighing.taken(new ModelWeighing.Place(occurrence, pool, leg), lines);
          unless(sum <= Line.MOST_TAKEN, "takes", sum, "must be at most " + Line.MOST_TAKEN);
        }
      }
    }
  }

  private BookedLine read(Line line, ModelOccurrence occurrence, @Nullable String channel) {
    ModelTerms terms = new ModelTerms(travel, occurrence);
    SortedMap<String, Integer> takes =
        terms.unit(line).map(FareUnit::takes).orElseGet(() -> takes(line, occurrence));
    if (!line.seats().isEmpty() || line.wish() != null) {
      checkSeats(line, takes, occurrence);
    }
    return new BookedLine(
        0,
        occurrence.id(),
        line.fare().unit(),
        line.fare().fareClass(),
        legs(line.section(), occurrence),
        terms.counted(takes, line.fare().fareClass(), channel),
        Collections.nCopies(line.units(), UnitState.ACTIVE),
        line.seats(),
        List.of(),
        null);
  }

  private static SortedMap<String, Integer> takes(Line line, ModelOccurrence occurrence) {
    List<String> pools = occurrence.facts.pools();
    if (line.takes().isEmpty()) {
      unless(pools.size() == 1, "takes", line.takes(), "must name a pool, there are several");
      return new TreeMap<>(Collections.singletonMap(pools.get(0), 1));
    }
    for (String pool : line.takes().keySet()) {
      unless(pools.contains(pool), "takes", pool, "must be a pool of the occurrence");
    }
    return line.takes();
  }

  /** One seat a unit, all in the one pool taken that has labels. */
  private static void checkSeats(
      Line line, SortedMap<String, Integer> takes, ModelOccurrence occurrence) {
    List<String> labelled =
        takes.keySet().stream()
            .filter(pool -> !occurrence.seats.getOrDefault(pool, List.of()).isEmpty())
            .toList();
    unless(labelled.size() == 1, "seats", labelled, "must be of one pool with labels");
    String pool = labelled.get(0);
    List<String> labels = occurrence.seats.getOrDefault(pool, List.of());
    unless(labels.containsAll(line.seats()), "seats", line.seats(), "must be seats of the pool");
    unless(takes.getOrDefault(pool, 0) == 1, "takes", takes, "must be one a seat");
  }

  private static LegRange legs(Section section, ModelOccurrence occurrence) {
    LegRange whole = new LegRange(0, occurrence.facts.legs());
    if (section instanceof Section.Between between) {
      int from = stop(between.from(), occurrence);
      int to = stop(between.to(), occurrence);
      unless(from < to, "section", between, "must go forward");
      return new LegRange(from, to);
    }
    LegRange legs = section instanceof Section.Legs some ? some.range() : whole;
    unless(legs.to() <= whole.to(), "section", legs, "must be legs of the occurrence");
    return legs;
  }

  private static int stop(String code, ModelOccurrence occurrence) {
    List<String> codes = occurrence.facts.stops().stream().map(Stop::code).toList();
    unless(Collections.frequency(codes, code) == 1, "section", code, "must be one of the stops");
    return codes.indexOf(code);
  }

  /** Why an occurrence of which more is wanted than comes back is not sold; any of several. */
  Optional<NotOnSale> notOnSale(ModelWeighing.Wish wish, List<Line> asked) {
    Map<OccurrenceId, NotOnSale.Reason> reasons = new LinkedHashMap<>();
    for (ModelOccurrence occurrence : weighing.takenMoreOf(wish)) {
      new ModelTerms(travel, occurrence)
          .refusal(
              asked.stream().filter(line -> line.occurrence().equals(occurrence.id())).toList(),
              wish.wanted().stream()
                  .filter(line -> line.occurrence().equals(occurrence.id()))
                  .toList(),
              wish.channel())
          .ifPresent(reason -> reasons.put(occurrence.id(), reason));
    }
    boolean forgets =
        travel.has(Flaw.FORGETS_CLOSING) && reasons.containsValue(NotOnSale.Reason.CLOSED);
    if (reasons.isEmpty() || forgets) {
      return Optional.empty();
    }
    OccurrenceId named = travel.adopted.refused(List.copyOf(reasons.keySet()));
    return Optional.of(
        new NotOnSale(named, Objects.requireNonNull(reasons.get(named)), travel.adopted.detail()));
  }
}
