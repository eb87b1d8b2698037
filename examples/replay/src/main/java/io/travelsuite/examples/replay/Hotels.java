package io.travelsuite.examples.replay;

import io.travelsuite.booking.Shortage;
import io.travelsuite.booking.SoldOut;
import io.travelsuite.examples.program.Workers;
import io.travelsuite.inventory.Inventory;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.inventory.OccurrenceRequest;
import io.travelsuite.inventory.Operator;
import io.travelsuite.inventory.OperatorId;
import io.travelsuite.inventory.Product;
import io.travelsuite.inventory.ProductId;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** The two hotels on sale: a product each, every night an occurrence with a pool of rooms. */
final class Hotels {

  static final String POOL = "rooms";

  private static final ZoneId PORTUGAL = ZoneId.of("Europe/Lisbon");
  private static final LocalTime CHECK_IN = LocalTime.of(15, 0);

  /** What one query for availability spans, within the library's 400 days. */
  private static final int DAYS_A_QUERY = 365;

  private final Inventory inventory;
  private final Operator operator;
  private final Map<Hotel, ProductId> products = new EnumMap<>(Hotel.class);
  private final Map<RoomNight, OccurrenceId> occurrences = new ConcurrentHashMap<>();
  private final Map<OccurrenceId, LocalDate> dates = new ConcurrentHashMap<>();

  /** One night of one hotel. */
  record RoomNight(Hotel hotel, LocalDate date) {}

  /** The hotels of a new operator, with no night on sale. */
  Hotels(Inventory inventory, String operatorCode) {
    this.inventory = inventory;
    this.operator = inventory.addOperator(operatorCode, "Two hotels in Portugal");
    for (Hotel hotel : Hotel.values()) {
      Product product = inventory.addProduct(operator.id(), hotel.code(), hotel.title(), PORTUGAL);
      products.put(hotel, product.id());
    }
  }

  /** Opens every night that the trace asks for. */
  void open(Trace trace, Capacities capacities, Workers workers) {
    List<RoomNight> nights = new ArrayList<>();
    for (Hotel hotel : Hotel.values()) {
      trace.nights(hotel).forEach(date -> nights.add(new RoomNight(hotel, date)));
    }
    workers.each(nights, night -> open(night, capacities.of(night.hotel())));
  }

  private OccurrenceId open(RoomNight night, int rooms) {
    OccurrenceRequest request =
        OccurrenceRequest.of(product(night.hotel()), night.date().atTime(CHECK_IN))
            .pool(POOL, rooms);
    OccurrenceId id = inventory.open(request).orElseThrow().id();
    occurrences.put(night, id);
    dates.put(id, night.date());
    return id;
  }

  OperatorId operator() {
    return operator.id();
  }

  /** The nights of a row, in order. */
  List<OccurrenceId> nights(TraceRow row) {
    return row.nightDates().stream()
        .map(date -> Objects.requireNonNull(occurrences.get(new RoomNight(row.hotel(), date))))
        .toList();
  }

  /** The nights that were short, in order. */
  List<LocalDate> fullNights(SoldOut soldOut) {
    return soldOut.shortages().stream()
        .map(Shortage::occurrence)
        .map(id -> Objects.requireNonNull(dates.get(id)))
        .sorted()
        .toList();
  }

  /** The rooms taken of every night, as the database has them. */
  SortedMap<LocalDate, Integer> taken(Hotel hotel, LocalDate first, LocalDate last) {
    SortedMap<LocalDate, Integer> taken = new TreeMap<>();
    for (LocalDate from = first; !from.isAfter(last); from = from.plusDays(DAYS_A_QUERY)) {
      LocalDate to = from.plusDays(DAYS_A_QUERY - 1);
      inventory
          .availability(product(hotel), from, to.isAfter(last) ? last : to)
          .forEach(
              night -> taken.put(night.localStart().toLocalDate(), night.legs().get(0).taken()));
    }
    return taken;
  }

  private ProductId product(Hotel hotel) {
    return Objects.requireNonNull(products.get(hotel));
  }
}
