package io.travelsuite.examples.server.api;

import io.travelsuite.booking.BookedLine;
import io.travelsuite.booking.Booking;
import io.travelsuite.booking.Customer;
import io.travelsuite.examples.server.catalogue.Offer;
import io.travelsuite.examples.server.catalogue.Option;
import io.travelsuite.examples.server.catalogue.Unit;
import io.travelsuite.examples.server.shop.Trip;
import io.travelsuite.examples.server.shop.TripSearch;
import io.travelsuite.inventory.Capacity;
import io.travelsuite.inventory.LegAvailability;
import io.travelsuite.search.Departure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What clients are answered, field by field; null is left out. Money is {@code EUR 12.50}. */
final class Views {

  private Views() {}

  record Product(
      String code, String name, String timeZone, String timing, List<ProductOption> options) {}

  record ProductOption(
      String code,
      String name,
      @Nullable String from,
      @Nullable String to,
      Rules rules,
      List<UnitView> units) {}

  record Rules(int mostPlaces, boolean seated, long refundUntilHours) {}

  record UnitView(String code, String name, String kind, int people) {}

  static Product product(Offer offer) {
    return new Product(
        offer.product().code(),
        offer.product().name(),
        offer.product().zone().getId(),
        offer.timing().name(),
        offer.options().stream().map(Views::option).toList());
  }

  private static ProductOption option(Option option) {
    return new ProductOption(
        option.code(),
        option.name(),
        option.stops() == null ? null : option.stops().from(),
        option.stops() == null ? null : option.stops().to(),
        new Rules(
            option.rules().mostUnits(),
            option.rules().seated(),
            option.rules().cancelUntil().toHours()),
        option.units().stream().map(Views::unit).toList());
  }

  private static UnitView unit(Unit unit) {
    return new UnitView(unit.code(), unit.name(), unit.kind().name(), unit.people());
  }

  /** A departure found by a search, for a party. */
  record Found(
      String id, String product, String option, Leaves leaves, String status, Stock left) {}

  record Leaves(Instant at, String local, String timeZone) {}

  record Stock(int units, @Nullable String price) {}

  static Found found(Trip trip) {
    Departure departure = trip.departure();
    return new Found(
        departure.occurrence().toString(),
        trip.offer().product().code(),
        trip.option().code(),
        new Leaves(
            departure.leaves().at(),
            departure.leaves().local().toString(),
            departure.leaves().zone().getId()),
        departure.status().name(),
        new Stock(departure.left().units(), text(departure.price())));
  }

  /** A page of a list. */
  record Page(List<?> items, @Nullable String next) {}

  /** A departure with what is left of each pool, over its whole run. */
  record DepartureView(
      String id, String product, Leaves leaves, String state, Map<String, Integer> left) {}

  static DepartureView departure(TripSearch.Left left) {
    Map<String, Integer> pools = new LinkedHashMap<>();
    for (LegAvailability leg : left.availability().legs()) {
      pools.merge(leg.pool(), leg.available(), Math::min);
    }
    return new DepartureView(
        left.occurrence().id().toString(),
        left.offer().product().code(),
        new Leaves(
            left.occurrence().startsAt(),
            left.occurrence().localStart().toString(),
            left.occurrence().zone().getId()),
        left.availability().state().name(),
        pools);
  }

  record BookingView(
      String id,
      String reference,
      String state,
      Times times,
      @Nullable Person customer,
      List<LineView> lines,
      @Nullable String total) {}

  record Times(Instant created, @Nullable Instant expires, Instant extendableUntil) {}

  record Person(@Nullable String name, @Nullable String email, @Nullable String phone) {}

  record LineView(
      int number,
      String departure,
      @Nullable String unit,
      List<String> places,
      List<String> seats,
      @Nullable String price) {}

  static BookingView booking(Booking booking) {
    return new BookingView(
        booking.id().toString(),
        booking.reference(),
        booking.state().name(),
        new Times(booking.createdAt(), booking.expiresAt(), booking.extendableUntil()),
        person(booking.customer()),
        booking.lines().stream().map(Views::line).toList(),
        text(booking.total().orElse(null)));
  }

  static @Nullable Person person(Customer customer) {
    return customer.equals(Customer.UNKNOWN)
        ? null
        : new Person(customer.name(), customer.email(), customer.phone());
  }

  static LineView line(BookedLine line) {
    return new LineView(
        line.number(),
        line.occurrence().toString(),
        line.fareUnit(),
        line.units().stream().map(Enum::name).toList(),
        line.seats(),
        line.price() == null ? null : text(line.price().total()));
  }

  static @Nullable String text(@Nullable Money money) {
    return money == null ? null : money.toString();
  }

  /** The version of a booking, as HTTP tells it. */
  static String tag(Booking booking) {
    return "\"" + booking.version() + "\"";
  }

  record PoolView(int physical, int sellable, int taken, int overhang) {}

  /** Each pool on the leg where most is taken. */
  static Map<String, PoolView> pools(List<LegAvailability> legs) {
    Map<String, List<LegAvailability>> byPool = new LinkedHashMap<>();
    legs.forEach(leg -> byPool.computeIfAbsent(leg.pool(), name -> new ArrayList<>()).add(leg));
    Map<String, PoolView> pools = new LinkedHashMap<>();
    byPool.forEach((pool, of) -> pools.put(pool, pool(of)));
    return pools;
  }

  private static PoolView pool(List<LegAvailability> legs) {
    Capacity capacity = legs.get(0).capacity();
    return new PoolView(
        capacity.physical(),
        capacity.sellable(),
        legs.stream().mapToInt(LegAvailability::taken).max().orElse(0),
        legs.stream().mapToInt(LegAvailability::overhang).max().orElse(0));
  }
}
