package io.travelsuite.examples.server.octo;

import io.travelsuite.examples.server.catalogue.Offer;
import io.travelsuite.examples.server.catalogue.Option;
import io.travelsuite.price.DateRange;
import io.travelsuite.search.Party;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What is left: slot by slot, or day by day. */
final class Availabilities {

  private static final int MOST_DAYS = 366;
  private static final int MOST_IDS = 50;
  private static final int MOST_PARTS = 20;
  private static final int MOST_UNITS = 1_000;

  private final Products products;
  private final Slots slots;

  Availabilities(Products products, Slots slots) {
    this.products = products;
    this.slots = slots;
  }

  List<Answers.Availability> check(Requests.Availability asked, Capabilities capabilities) {
    Offer offer = products.offer(asked.productId());
    Option option = Products.option(offer, asked.optionId());
    checkCurrency(asked.currency());
    List<Requests.UnitCount> units = units(option, asked.units());
    List<Slot> found = new ArrayList<>();
    for (DateRange dates : dates(asked)) {
      found.addAll(slots.find(offer, option, dates, party(units)));
    }
    if (asked.availabilityIds() != null) {
      found.removeIf(slot -> !asked.availabilityIds().contains(slot.id()));
    }
    Pricings pricings = capabilities.pricing() ? products.pricings(offer) : null;
    Described described = products.described(offer, capabilities);
    Described.SlotFields words = described == null ? null : described.slot(option);
    return found.stream().map(slot -> slot.answer(more(slot, units, pricings, words))).toList();
  }

  private static Slot.More more(
      Slot slot,
      List<Requests.UnitCount> units,
      @Nullable Pricings pricings,
      Described.@Nullable SlotFields words) {
    return pricings == null
        ? new Slot.More(null, null, words)
        : new Slot.More(
            pricings.ofUnits(slot.option(), slot.date()),
            units.isEmpty() ? null : pricings.total(slot.option(), units, slot.date()),
            words);
  }

  /** The dates of a request: one, a range, or those of the ids. */
  private static List<DateRange> dates(Requests.Availability asked) {
    boolean range = asked.localDateStart() != null || asked.localDateEnd() != null;
    int ways = (asked.localDate() == null ? 0 : 1) + (range ? 1 : 0);
    ways += asked.availabilityIds() == null ? 0 : 1;
    if (ways != 1) {
      throw OctoException.badRequest(
          "one of localDate, localDateStart with localDateEnd, and availabilityIds is needed");
    }
    if (asked.availabilityIds() != null) {
      return datesOf(asked.availabilityIds());
    }
    return List.of(
        range
            ? range(asked.localDateStart(), asked.localDateEnd())
            : DateRange.on(Texts.date("localDate", asked.localDate())));
  }

  private static List<DateRange> datesOf(List<String> ids) {
    if (ids.size() > MOST_IDS) {
      throw OctoException.badRequest("availabilityIds must be at most " + MOST_IDS);
    }
    SortedSet<LocalDate> dates = new TreeSet<>();
    for (@Nullable String id : ids) {
      LocalDate date = id == null ? null : Slots.date(id);
      if (date != null) {
        dates.add(date);
      }
    }
    return dates.stream().map(DateRange::on).toList();
  }

  /** A range of dates of a request, a year at most. */
  static DateRange range(@Nullable String start, @Nullable String end) {
    LocalDate first = Texts.date("localDateStart", start);
    LocalDate last = Texts.date("localDateEnd", end);
    if (last.isBefore(first) || first.plusDays(MOST_DAYS).isBefore(last)) {
      throw OctoException.badRequest("localDateEnd must be 0 to 366 days after localDateStart");
    }
    return new DateRange(first, last);
  }

  private static void checkCurrency(@Nullable String currency) {
    if (currency != null && !currency.equals("EUR")) {
      throw OctoException.badRequest("currency must be EUR");
    }
  }

  private static List<Requests.UnitCount> units(
      Option option, @Nullable List<Requests.UnitCount> asked) {
    List<Requests.UnitCount> units = asked == null ? List.of() : asked;
    if (units.size() > MOST_PARTS) {
      throw OctoException.badRequest("units must be at most " + MOST_PARTS);
    }
    for (Requests.@Nullable UnitCount unit : units) {
      if (unit == null || unit.quantity() < 1 || unit.quantity() > MOST_UNITS) {
        throw OctoException.badRequest("units must each have a quantity of 1 to " + MOST_UNITS);
      }
      Products.checkUnit(option, Texts.required("units.id", unit.id()));
    }
    return units;
  }

  private static @Nullable Party party(List<Requests.UnitCount> units) {
    Party party = null;
    for (Requests.UnitCount unit : units) {
      String code = String.valueOf(unit.id());
      party = party == null ? Party.of(code, unit.quantity()) : party.and(code, unit.quantity());
    }
    return party;
  }

  List<Answers.CalendarDay> calendar(Requests.Calendar asked, Capabilities capabilities) {
    Offer offer = products.offer(asked.productId());
    Option option = Products.option(offer, asked.optionId());
    checkCurrency(asked.currency());
    List<Requests.UnitCount> units = units(option, asked.units());
    DateRange dates = range(asked.localDateStart(), asked.localDateEnd());
    Map<LocalDate, List<Slot>> days = new TreeMap<>();
    dates.first().datesUntil(dates.last().plusDays(1)).forEach(day -> days.put(day, List.of()));
    for (Slot slot : slots.find(offer, option, dates, party(units))) {
      List<Slot> more = new ArrayList<>(days.getOrDefault(slot.date(), List.of()));
      more.add(slot);
      days.put(slot.date(), more);
    }
    Pricings pricings = capabilities.pricing() ? products.pricings(offer) : null;
    List<Answers.CalendarDay> answers = new ArrayList<>();
    days.forEach(
        (date, of) -> {
          List<Answers.Pricing> prices =
              pricings == null ? null : of.isEmpty() ? List.of() : pricings.ofUnits(option, date);
          answers.add(day(date, of, prices));
        });
    return answers;
  }

  private static Answers.CalendarDay day(
      LocalDate date, List<Slot> slots, @Nullable List<Answers.Pricing> prices) {
    boolean available = slots.stream().anyMatch(Slot::available);
    int vacancies = slots.stream().filter(Slot::available).mapToInt(Slot::vacancies).sum();
    int capacity = slots.stream().mapToInt(Slot::capacity).sum();
    return new Answers.CalendarDay(
        date.toString(),
        available,
        status(slots, available, 2L * vacancies < capacity),
        vacancies,
        capacity,
        slots.isEmpty() ? List.of() : slots.get(0).openingHours(),
        prices,
        prices == null ? null : cheapest(prices));
  }

  private static String status(List<Slot> slots, boolean available, boolean limited) {
    if (available) {
      return limited ? "LIMITED" : "AVAILABLE";
    }
    return slots.stream().anyMatch(slot -> slot.status().equals("SOLD_OUT"))
        ? "SOLD_OUT"
        : "CLOSED";
  }

  private static Answers.@Nullable Pricing cheapest(List<Answers.Pricing> prices) {
    return prices.stream()
        .min(Comparator.comparingLong(Answers.Pricing::retail))
        .map(least -> Pricings.sum(List.of(least)))
        .orElse(null);
  }
}
