package io.travelsuite.examples.server.shop;

import io.travelsuite.booking.Booking;
import io.travelsuite.booking.BookingId;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.booking.KeyedPage;
import io.travelsuite.booking.KeyedRequest;
import io.travelsuite.booking.Line;
import io.travelsuite.examples.server.answer.Answer;
import io.travelsuite.examples.server.answer.Refusals;
import io.travelsuite.examples.server.answer.Why;
import io.travelsuite.examples.server.catalogue.Offer;
import io.travelsuite.examples.server.catalogue.Option;
import io.travelsuite.examples.server.store.Stock;
import io.travelsuite.inventory.Occurrence;
import io.travelsuite.seat.SeatWish;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Holds places and makes bookings of them; {@link PayDesk} is for what is paid. Thread-safe. */
public final class Checkout {

  /** Under which the shop's bookings are sold; allotments and prices can be kept for it. */
  public static final String CHANNEL = "web";

  private final Stock stock;
  private final TripSearch search;
  private final Cashier cashier;

  /**
   * A checkout.
   *
   * @param stock what is sold
   * @param search finds departures
   * @param cashier knows what was paid
   */
  public Checkout(Stock stock, TripSearch search, Cashier cashier) {
    this.stock = stock;
    this.search = search;
    this.cashier = cashier;
  }

  /**
   * Holds places, once however often the same order comes under its key.
   *
   * @param shopper who books
   * @param order what
   * @return the hold, as it stands now
   */
  public Answer<Booking> hold(Shopper shopper, Order order) {
    Occurrence departure = stock.travel().inventory().find(order.wanted().departure()).orElse(null);
    Offer offer = departure == null ? null : search.offer(departure).orElse(null);
    if (offer == null) {
      return Answer.refused(Why.NO_SUCH_DEPARTURE, "there is no departure of that id");
    }
    return TripSearch.option(offer, order.wanted().option())
        .then(option -> hold(shopper, order, option));
  }

  private Answer<Booking> hold(Shopper shopper, Order order, Option option) {
    int places = order.wanted().places().stream().mapToInt(Order.Places::count).sum();
    if (places > option.rules().mostUnits()) {
      return Answer.refused(
          Why.NOT_ON_SALE, "a booking has at most " + option.rules().mostUnits() + " places");
    }
    HoldRequest request =
        HoldRequest.of(lines(order.wanted(), option))
            .key(shopper.holdKey(order.key()))
            .lifetime(order.lifetime())
            .customer(order.customer())
            .channel(CHANNEL);
    return Refusals.of(
        stock
            .travel()
            .bookings()
            .hold(order.promo() == null ? request : request.promo(order.promo())));
  }

  private static List<Line> lines(Order.Wanted wanted, Option option) {
    List<Line> lines = new ArrayList<>();
    for (Order.Places places : wanted.places()) {
      Line line = Line.of(wanted.departure(), places.unit(), places.count());
      if (option.stops() != null) {
        line = line.between(option.stops().from(), option.stops().to());
      }
      if (!places.seats().isEmpty()) {
        line = line.seats(places.seats().toArray(new String[0]));
      } else if (option.rules().seated()) {
        line = line.seats(SeatWish.bestAvailable());
      }
      lines.add(line);
    }
    return lines;
  }

  /**
   * {@return a booking of the shopper's; somebody else's is as good as none}
   *
   * @param shopper who asks
   * @param id which
   */
  public Answer<Booking> find(Shopper shopper, BookingId id) {
    return stock
        .travel()
        .bookings()
        .find(id)
        .filter(booking -> owns(shopper, booking))
        .<Answer<Booking>>map(Answer.Done::new)
        .orElseGet(() -> Answer.refused(Why.NO_SUCH_BOOKING, "there is no booking of that id"));
  }

  /**
   * Bookings of a shopper.
   *
   * @param bookings some of them
   * @param next what to give for those after them, or null when there are none
   */
  public record Own(List<Booking> bookings, @Nullable String next) {

    /** Copies the list. */
    public Own {
      bookings = List.copyOf(bookings);
    }
  }

  /**
   * {@return the shopper's bookings, a page at a time}: in no order of time, each once
   *
   * @param shopper who asks
   * @param after what the page before gave as next, or null for the first page
   * @param most how many, 1 to 1,000
   */
  public Own list(Shopper shopper, @Nullable String after, int most) {
    String prefix = shopper.prefix();
    KeyedRequest first = KeyedRequest.of(stock.catalogue().operator().id(), prefix).limit(most);
    KeyedPage page =
        stock.travel().bookings().keyed(after == null ? first : first.after(prefix + after));
    return new Own(
        page.bookings(), page.next() == null ? null : page.next().substring(prefix.length()));
  }

  /** Places that were held again for money that came late have a key of the payment's. */
  private boolean owns(Shopper shopper, Booking booking) {
    return shopper.held(booking)
        || cashier
            .payment(booking)
            .filter(payment -> !payment.payment().booking().equals(booking.id()))
            .flatMap(payment -> stock.travel().bookings().find(payment.payment().booking()))
            .filter(shopper::held)
            .isPresent();
  }

  /**
   * Lets a hold last so long from now.
   *
   * @param shopper whose
   * @param id which
   * @param lifetime from now, up to the library's longest hold
   * @return the hold
   */
  public Answer<Booking> extend(Shopper shopper, BookingId id, Duration lifetime) {
    return find(shopper, id)
        .then(held -> Refusals.of(stock.travel().bookings().extend(held.id(), lifetime)));
  }

  /**
   * Confirms a hold that is not paid here: by invoice, or because it costs nothing.
   *
   * @param shopper whose
   * @param id which
   * @param reference what to find it by in the host's books, 1 to 64 visible ASCII characters
   * @return the booking
   */
  public Answer<Booking> confirm(Shopper shopper, BookingId id, String reference) {
    return find(shopper, id)
        .then(held -> Refusals.of(stock.travel().bookings().confirm(held.id(), "by " + reference)));
  }
}
