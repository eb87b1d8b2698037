package io.travelsuite.examples.server.board;

import io.travelsuite.examples.server.catalogue.Offer;
import io.travelsuite.examples.server.page.Wording;
import io.travelsuite.examples.server.store.Stock;
import io.travelsuite.inventory.Availability;
import io.travelsuite.sale.SaleState;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The departures of some days, in the order in which they leave. However many screens show the same
 * days, these are read once a second: a query a product. Thread-safe.
 */
final class DepartureRows {

  private static final long FRESH_NANOS = Duration.ofMillis(900).toNanos();
  private static final int MOST_KEPT = 32;

  private final Stock stock;
  private final int days;
  private final Map<LocalDate, Kept> kept =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<LocalDate, Kept> eldest) {
          return size() > MOST_KEPT;
        }
      };

  DepartureRows(Stock stock, int days) {
    this.stock = stock;
    this.days = days;
  }

  private record Kept(long at, List<Row> rows) {}

  /**
   * A departure in a line.
   *
   * @param id its id
   * @param date on which it leaves, and when
   * @param product what people read
   * @param state in words
   * @param bars its pools
   */
  record Row(String id, String date, String time, String product, State state, List<Bar> bars) {}

  /**
   * Whether it is sold.
   *
   * @param text for people
   * @param kind good, warn or bad, for the colour
   */
  record State(String text, String kind) {

    static State of(Availability departure, Instant now) {
      if (departure.state() == SaleState.CANCELLED) {
        return new State("Cancelled", "bad");
      }
      if (!now.isBefore(departure.startsAt())) {
        return new State("Left", "");
      }
      return departure.state() == SaleState.CLOSED
          ? new State("Sale stopped", "warn")
          : new State("On sale", "good");
    }
  }

  /** The rows of the days from this one on. */
  synchronized List<Row> from(LocalDate first) {
    long now = System.nanoTime();
    Kept before = kept.get(first);
    if (before != null && now - before.at() < FRESH_NANOS) {
      return before.rows();
    }
    List<Row> rows = read(first);
    kept.remove(first); // so that it is the youngest
    kept.put(first, new Kept(now, rows));
    return rows;
  }

  private List<Row> read(LocalDate first) {
    Instant now = stock.clock().instant();
    List<Row> rows = new ArrayList<>();
    for (Offer offer : stock.catalogue().offers()) {
      stock
          .travel()
          .inventory()
          .availability(offer.product().id(), first, first.plusDays(days - 1L))
          .forEach(departure -> rows.add(row(offer, departure, now)));
    }
    rows.sort(Comparator.comparing(Row::date).thenComparing(Row::time).thenComparing(Row::product));
    return List.copyOf(rows);
  }

  private static Row row(Offer offer, Availability departure, Instant now) {
    return new Row(
        departure.occurrence().toString(),
        departure.localStart().toLocalDate().toString(),
        Wording.time(departure.localStart().toLocalTime()),
        offer.product().name(),
        State.of(departure, now),
        Bar.of(departure.legs()));
  }
}
