package io.travelsuite.examples.server.octo;

import io.travelsuite.Travel;
import io.travelsuite.examples.server.catalogue.Offer;
import io.travelsuite.examples.server.catalogue.Option;
import io.travelsuite.inventory.Availability;
import io.travelsuite.inventory.LegAvailability;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.price.DateRange;
import io.travelsuite.search.Departure;
import io.travelsuite.search.Party;
import io.travelsuite.search.SearchPage;
import io.travelsuite.search.SearchRequest;
import io.travelsuite.search.SearchScope;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds what can be had: the library's search, over one product at a time. */
final class Slots {

  /** Under which resellers' bookings are sold; allotments and prices can be kept for it. */
  static final String CHANNEL = "octo";

  private static final int ALL = 1_000_000_000;

  private final Travel travel;

  Slots(Travel travel) {
    this.travel = travel;
  }

  /**
   * The slots of an option on some dates, by time.
   *
   * @param party who would go, or null for one of the option's first unit
   */
  List<Slot> find(Offer offer, Option option, DateRange dates, @Nullable Party party) {
    // a run that passes midnight calls at a later stop on the day after it started
    LocalDate first = option.stops() == null ? dates.first() : dates.first().minusDays(1);
    SearchRequest request =
        SearchRequest.calendar(offer.product().id(), first, dates.last())
            .scope(new SearchScope.OfProduct(offer.product().id(), option.stops()))
            .party(party == null ? Party.of(option.units().get(0).code(), 1) : party)
            .channel(CHANNEL)
            .many(ALL)
            .limit(1_000);
    Map<OccurrenceId, Availability> stock = stock(offer, first, dates.last());
    List<Slot> slots = new ArrayList<>();
    for (Departure departure : departures(request)) {
      Availability of = stock.get(departure.occurrence());
      Slot slot = new Slot(offer, option, departure, of == null ? 0 : capacity(option, of));
      if (dates.contains(slot.date())) {
        slots.add(slot);
      }
    }
    return slots;
  }

  /** The slot of an id; empty when it has not the form of one or there is none. */
  Optional<Slot> find(Offer offer, Option option, String id) {
    LocalDate date = date(id);
    return date == null
        ? Optional.empty()
        : find(offer, option, DateRange.on(date), null).stream()
            .filter(slot -> slot.id().equals(id))
            .findFirst();
  }

  /** The local date of a slot's id, or null when it has not the form of one. */
  static @Nullable LocalDate date(String id) {
    try {
      LocalDate date = OffsetDateTime.parse(id).toLocalDate();
      return date.getYear() < 2000 || date.getYear() > 9000 ? null : date;
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  private List<Departure> departures(SearchRequest request) {
    List<Departure> all = new ArrayList<>();
    SearchPage page = travel.search().find(request);
    all.addAll(page.departures());
    while (page.next() != null) {
      page = travel.search().find(request.after(page.next()));
      all.addAll(page.departures());
    }
    return all;
  }

  private Map<OccurrenceId, Availability> stock(Offer offer, LocalDate first, LocalDate last) {
    Map<OccurrenceId, Availability> stock = new HashMap<>();
    for (Availability one : travel.inventory().availability(offer.product().id(), first, last)) {
      stock.put(one.occurrence(), one);
    }
    return stock;
  }

  /** What the first unit takes of its scarcest pool says how many fit. */
  private static int capacity(Option option, Availability stock) {
    Map<String, Integer> takes = option.units().get(0).fare().takes();
    return stock.legs().stream()
        .filter(leg -> takes.containsKey(leg.pool()))
        .mapToInt(leg -> fitting(leg, takes))
        .min()
        .orElse(0);
  }

  private static int fitting(LegAvailability leg, Map<String, Integer> takes) {
    return leg.capacity().sellable() / takes.getOrDefault(leg.pool(), 1);
  }
}
