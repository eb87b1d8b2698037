package io.travelsuite.examples.server.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.travelsuite.examples.server.page.OrderModel.Trip;
import io.travelsuite.examples.server.shop.TripSearch;
import io.travelsuite.examples.server.shop.Wish;
import io.travelsuite.price.DateRange;
import java.net.URLEncoder;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Fills the page of a departure.
 *
 * @param front what it stands on
 * @param products tells of them
 * @param trip which departure
 * @param typed what was typed until now
 */
record OrderSheet(Front front, Products products, Trip trip, Typed typed) {

  private static final int DAYS_AROUND = 3;
  private static final int MOST_OTHERS = 6;
  private static final int MOST_ROWS = 60;

  /**
   * The page's model.
   *
   * @param token of its form
   * @param key under which the order is held once; null for a new one, as after a refusal
   * @param troubles what is wrong with what was typed
   */
  OrderModel model(String token, @Nullable String key, List<Typed.Trouble> troubles) {
    TripRow row = row();
    boolean open = row != null && row.href() != null;
    OrderModel.Sale sale =
        new OrderModel.Sale(
            open,
            row == null ? "Not on sale" : row.left(),
            row == null ? "bad" : row.kind(),
            trip.path() + "/seats/live?option=" + URLEncoder.encode(trip.option().code(), UTF_8));
    OrderModel.Hidden hidden =
        new OrderModel.Hidden(
            trip.path(),
            token,
            key != null && Forms.isId(key) ? key : UUID.randomUUID().toString(),
            trip.option().code());
    boolean refused = key == null && !troubles.isEmpty();
    List<TripRow> others = open && !refused ? List.of() : others();
    return new OrderModel(head(), sale, form(hidden), troubles, ways(), others);
  }

  private TripSearch search() {
    return front.shop().search();
  }

  private OrderModel.Head head() {
    return new OrderModel.Head(
        trip.name(),
        products.about(trip.offer()),
        products.picture(trip.offer()),
        When.of(trip.offer(), trip.option(), trip.run()),
        trip.cancel());
  }

  private OrderModel.Form form(OrderModel.Hidden hidden) {
    return new OrderModel.Form(
        hidden,
        OrderModel.fields(search(), trip, typed),
        seats(),
        typed.who(),
        front.mails(),
        OrderModel.languages(typed.who().language()));
  }

  /** The seats as they are now, or null where they have no numbers. */
  @Nullable SeatPicture seats() {
    return trip.option().rules().seated() && !trip.left().seats().isEmpty()
        ? SeatPicture.of(trip.left().seats(), trip.legs(), typed.seats())
        : null;
  }

  private List<OrderModel.Way> ways() {
    return trip.offer().options().stream()
        .map(
            option ->
                new OrderModel.Way(
                    TripRow.href(trip.run().id().toString(), option, typed.counts()),
                    option.name(),
                    option.equals(trip.option())))
        .toList();
  }

  /** The departure as a search finds it for one, which knows whether its sale has ended. */
  private @Nullable TripRow row() {
    SortedMap<String, Integer> one = new TreeMap<>(Map.of(trip.option().units().get(0).code(), 1));
    String id = trip.run().id().toString();
    return rows(trip.date(), trip.date(), one).stream()
        .filter(row -> row.departure().equals(id))
        .findFirst()
        .orElse(null);
  }

  /** Others of the days around for the same party. */
  private List<TripRow> others() {
    LocalDate today = LocalDate.ofInstant(search().now(), trip.run().zone());
    LocalDate first = trip.date().minusDays(DAYS_AROUND);
    LocalDate from = first.isBefore(today) ? today : first;
    LocalDate to = trip.date().plusDays(DAYS_AROUND);
    if (to.isBefore(from)) {
      return List.of();
    }
    String id = trip.run().id().toString();
    return rows(from, to, typed.counts()).stream()
        .filter(row -> row.href() != null && !row.departure().equals(id))
        .limit(MOST_OTHERS)
        .toList();
  }

  private List<TripRow> rows(LocalDate first, LocalDate last, SortedMap<String, Integer> party) {
    Wish wish =
        new Wish(
            trip.offer().product().code(),
            trip.option().code(),
            new DateRange(first, last),
            party,
            null,
            MOST_ROWS);
    return FindPage.rows(search(), wish, party);
  }
}
