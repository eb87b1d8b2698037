package io.travelsuite.examples.server.page;

import io.travelsuite.booking.BookedLine;
import io.travelsuite.booking.Booking;
import io.travelsuite.booking.BookingState;
import io.travelsuite.booking.Customer;
import io.travelsuite.examples.server.answer.Answer;
import io.travelsuite.examples.server.catalogue.Option;
import io.travelsuite.examples.server.page.OrderModel.Trip;
import io.travelsuite.examples.server.page.Visitors.Visit;
import io.travelsuite.examples.server.refund.Refund;
import io.travelsuite.examples.server.shop.Cancelling.Prospect;
import io.travelsuite.examples.server.shop.TripSearch;
import io.travelsuite.notify.ticket.IssuedTicket;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Fills the page of a booking.
 *
 * @param front what it stands on
 * @param products tells of products
 * @param visit who looks
 * @param booking which
 */
record BookingSheet(Front front, Products products, Visit visit, Booking booking) {

  String path() {
    return "/bookings/" + booking.id();
  }

  /** The departure, and the way in which it was booked. */
  Trip trip() {
    BookedLine line = booking.lines().get(0);
    TripSearch.Left left = front.shop().search().left(line.occurrence()).orElseThrow();
    Option option =
        left.offer().options().stream()
            .filter(one -> new Trip(left, one).legs().equals(line.legs()))
            .findFirst()
            .orElse(left.offer().options().get(0));
    return new Trip(left, option);
  }

  String title() {
    return switch (booking.state()) {
      case HELD -> "Your places are held";
      case CONFIRMED -> "You are booked";
      case REDEEMED -> "You were there";
      case NO_SHOW -> "You were not there";
      case EXPIRED -> "Your time to pay is over";
      case RELEASED -> "You gave the places back";
      case CANCELLED -> "Your booking is cancelled";
    };
  }

  /**
   * The page's model.
   *
   * @param problem what went wrong, or null
   * @param waiting whether the provider has not told yet how the payment went
   */
  BookingModel model(@Nullable String problem, boolean waiting) {
    Trip trip = trip();
    boolean sold =
        booking.state() == BookingState.CONFIRMED || booking.state() == BookingState.REDEEMED;
    boolean held = booking.state() == BookingState.HELD;
    return new BookingModel(
        head(trip),
        BookingModel.bill(booking, trip.option()),
        held ? held(trip, waiting) : null,
        sold ? sold(trip) : null,
        held || sold ? null : gone(trip),
        problem);
  }

  private BookingModel.Head head(Trip trip) {
    Customer customer = booking.customer();
    return new BookingModel.Head(
        title(),
        booking.reference(),
        trip.name(),
        products.picture(trip.offer()),
        When.of(trip.offer(), trip.option(), trip.run()),
        Stream.of(customer.name(), customer.email(), customer.phone())
            .filter(part -> part != null)
            .collect(Collectors.joining(", ")));
  }

  private BookingModel.Held held(Trip trip, boolean waiting) {
    Instant until = booking.expiresAt() == null ? booking.createdAt() : booking.expiresAt();
    return new BookingModel.Held(
        new BookingModel.Until(
            Wording.time(until.atZone(trip.run().zone()).toLocalTime())
                + ", "
                + Wording.zone(trip.run().zone()),
            until.truncatedTo(ChronoUnit.MILLIS).toString(),
            front.shop().search().now().truncatedTo(ChronoUnit.MILLIS).toString()),
        new BookingModel.Pay(
            visit.token(),
            UUID.randomUUID().toString(),
            booking.total().map(Wording::money).orElse("nothing"),
            front.playing(),
            waiting),
        path());
  }

  private BookingModel.Sold sold(Trip trip) {
    List<BookingModel.Ticket> tickets =
        front.shop().tickets().tickets(visit.shopper(), booking.id())
                instanceof Answer.Done<List<IssuedTicket>> issued
            ? issued.value().stream().map(one -> ticket(one, trip.option())).toList()
            : List.of();
    return new BookingModel.Sold(
        tickets,
        path(),
        cancelling(trip),
        booking.state() == BookingState.CONFIRMED,
        front.mails() ? booking.customer().email() : null);
  }

  private static BookingModel.Ticket ticket(IssuedTicket issued, Option option) {
    BookedLine line = issued.line().line();
    int unit = issued.ticket().serial().unit();
    return new BookingModel.Ticket(
        issued.picture().svg("The code of ticket " + issued.ticket().serial().unit()),
        BookingModel.unit(line, option),
        line.seats().isEmpty() ? "" : line.seats().get(unit),
        issued.holder());
  }

  /** What would come back now. */
  String cancelling(Trip trip) {
    if (!(front.shop().cancelling().prospect(visit.shopper(), booking.id())
        instanceof Answer.Done<Prospect> prospect)) {
      return "";
    }
    String until = Wording.moment(prospect.value().until(), trip.run().zone());
    return prospect.value().back() == null
        ? "Nothing comes back: it was free of charge until " + until + "."
        : "All of it comes back to your card: "
            + Wording.money(prospect.value().back())
            + ". That holds until "
            + until
            + ".";
  }

  private BookingModel.Gone gone(Trip trip) {
    Refund refund = front.shop().cancelling().refund(booking).orElse(null);
    String back =
        refund == null
            ? null
            : Wording.money(refund.what().amount())
                + (refund.state() == Refund.State.DONE
                    ? " went back to your card."
                    : " goes back to your card.");
    return new BookingModel.Gone(gone(), back, OrderPage.againHref(booking, trip.option()));
  }

  private String gone() {
    return switch (booking.state()) {
      case EXPIRED ->
          "Nothing was paid, and the places may go to others now. What you typed is kept.";
      case RELEASED -> "Nothing was paid, and the places may go to others now.";
      case CANCELLED -> "Its tickets are not good any more.";
      default -> "Its time has passed.";
    };
  }
}
