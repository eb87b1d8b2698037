package io.travelsuite.jdbc.model;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.booking.BookedLine;
import io.travelsuite.booking.Line;
import io.travelsuite.booking.NotOnSale.Reason;
import io.travelsuite.inventory.OccurrenceRequest;
import io.travelsuite.inventory.Pool;
import io.travelsuite.inventory.Stop;
import io.travelsuite.sale.Allotment;
import io.travelsuite.sale.FareClass;
import io.travelsuite.sale.FareUnit;
import io.travelsuite.sale.SaleState;
import io.travelsuite.sale.SaleTerms;
import io.travelsuite.sale.SeatRule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** What the terms of an occurrence let through, and under which names units are counted too. */
final class ModelTerms {

  private final ModelTravel travel;
  private final ModelOccurrence occurrence;

  ModelTerms(ModelTravel travel, ModelOccurrence occurrence) {
    this.travel = travel;
    this.occurrence = occurrence;
  }

  /** Terms name pools and seats that the occurrence has. */
  static void checkFit(SaleTerms terms, OccurrenceRequest request) {
    List<String> named = new ArrayList<>();
    terms.units().forEach(unit -> named.addAll(unit.takes().keySet()));
    terms.allotments().forEach(some -> named.add(some.pool()));
    terms.classes().forEach(some -> named.add(some.pool()));
    List<String> pools = request.pools().stream().map(Pool::name).toList();
    unless(pools.containsAll(named), "pool", named, "must be of " + pools);
    for (SeatRule rule : terms.seats()) {
      boolean there = request.pools().stream().anyMatch(p -> p.seats().contains(rule.seat()));
      unless(there, "seat", rule.seat(), "must be a seat");
    }
  }

  private SaleTerms terms() {
    return travel.has(Flaw.FORGETS_NEW_TERMS) ? occurrence.request.terms() : occurrence.terms;
  }

  boolean offers(Line line) {
    String unit = line.fare().unit();
    String fareClass = line.fare().fareClass();
    return (unit == null || terms().units().stream().anyMatch(some -> some.code().equals(unit)))
        && (fareClass == null
            || terms().classes().stream().anyMatch(some -> some.code().equals(fareClass)));
  }

  Optional<FareUnit> unit(Line line) {
    return terms().units().stream()
        .filter(some -> some.code().equals(line.fare().unit()))
        .findFirst();
  }

  /** What a unit takes, with the names under which its channel and its class are counted. */
  SortedMap<String, Integer> counted(
      Map<String, Integer> takes, @Nullable String fareClass, @Nullable String channel) {
    TreeMap<String, Integer> counted = new TreeMap<>(takes);
    takes.forEach(
        (pool, amount) -> {
          for (Allotment some : terms().allotments()) {
            if (some.pool().equals(pool) && some.channel().equals(channel)) {
              counted.put(pool + "@" + channel, amount);
            }
          }
          for (FareClass some : terms().classes()) {
            if (some.pool().equals(pool) && some.code().equals(fareClass)) {
              counted.put(pool + "~" + fareClass, amount);
            }
          }
        });
    return counted;
  }

  Optional<Reason> refusal(List<Line> asked, List<BookedLine> read, @Nullable String channel) {
    if (occurrence.state != SaleState.ON_SALE) {
      return Optional.of(occurrence.state == SaleState.CLOSED ? Reason.CLOSED : Reason.CANCELLED);
    }
    Instant opensAt = terms().opensAt();
    if (opensAt != null && travel.now().isBefore(opensAt)) {
      return Optional.of(Reason.NOT_YET_OPEN);
    }
    if (read.stream().anyMatch(this::isPastCutoff)) {
      return Optional.of(Reason.CUTOFF_PASSED);
    }
    return party(asked).or(() -> units(asked)).or(() -> seats(asked, channel));
  }

  private boolean isPastCutoff(BookedLine line) {
    List<Stop> stops = occurrence.facts.stops();
    Duration cutoff = terms().cutoff();
    if (cutoff == null || travel.has(Flaw.FORGETS_THE_CUTOFF)) {
      return false;
    }
    Duration ride = stops.isEmpty() ? Duration.ZERO : stops.get(line.legs().from()).departure();
    return !travel.now().plus(cutoff).isBefore(occurrence.facts.startsAt().plus(ride));
  }

  private Optional<Reason> party(List<Line> asked) {
    int party = 0;
    for (Line line : asked) {
      party += unit(line).map(FareUnit::inParty).orElse(true) ? line.units() : 0;
    }
    if (party < terms().party().least()) {
      return Optional.of(Reason.PARTY_TOO_SMALL);
    }
    return party > terms().party().most() ? Optional.of(Reason.PARTY_TOO_LARGE) : Optional.empty();
  }

  private Optional<Reason> units(List<Line> asked) {
    Map<String, Integer> counts = new HashMap<>();
    for (Line line : asked) {
      unit(line).ifPresent(unit -> counts.merge(unit.code(), line.units(), Integer::sum));
    }
    for (FareUnit unit : terms().units()) {
      int count = counts.getOrDefault(unit.code(), 0);
      boolean tooMany = count > 0 && !unit.quantity().contains(count);
      int companions = 0;
      if (unit.companions() != null) {
        for (String code : unit.companions().units()) {
          companions += counts.getOrDefault(code, 0) * unit.companions().mostEach();
        }
      }
      if (tooMany || (unit.companions() != null && count > companions)) {
        return Optional.of(Reason.RESTRICTED);
      }
    }
    return Optional.empty();
  }

  private Optional<Reason> seats(List<Line> asked, @Nullable String channel) {
    boolean refused =
        terms().seats().stream()
            .filter(rule -> rule.channel() == null || !rule.channel().equals(channel))
            .anyMatch(rule -> asked.stream().anyMatch(line -> line.seats().contains(rule.seat())));
    return refused ? Optional.of(Reason.SEAT_NOT_SOLD) : Optional.empty();
  }

  /** Units of a pool that are kept from a buyer when so much of its sub-pools is taken. */
  int withheld(String pool, Buyer buyer, ToLongFunction<String> taken) {
    long kept = travel.has(Flaw.FORGETS_CLASSES) ? 0 : keptForClasses(pool, buyer, taken);
    for (Allotment some : terms().allotments()) {
      boolean live = travel.now().isBefore(some.releasedAt());
      boolean own = some.channel().equals(buyer.channel());
      if (some.pool().equals(pool) && live && !own && !travel.has(Flaw.FORGETS_ALLOTMENTS)) {
        kept += Math.max(0, some.units() - taken.applyAsLong(pool + "@" + some.channel()));
      }
    }
    return (int) kept;
  }

  /** Who buys, in the classes of all lines that take of the pool on the leg. */
  record Buyer(@Nullable String channel, List<@Nullable String> classes) {}

  private long keptForClasses(String pool, Buyer buyer, ToLongFunction<String> taken) {
    List<FareClass> own =
        terms().classes().stream().filter(some -> some.pool().equals(pool)).toList();
    int above = -1;
    for (String code : buyer.classes()) {
      int rank = own.size() - 1; // without a class of this pool: as the lowest
      for (int i = 0; i < own.size(); i++) {
        rank = own.get(i).code().equals(code) ? i : rank;
      }
      above = Math.max(above, rank);
    }
    long most = 0;
    for (int k = 0; k < above; k++) {
      long left = 0;
      for (FareClass some : own.subList(0, k + 1)) {
        left += some.protectedUnits() - taken.applyAsLong(pool + "~" + some.code());
      }
      most = Math.max(most, left);
    }
    return most;
  }
}
