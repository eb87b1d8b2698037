package io.travelsuite.examples.server.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import io.travelsuite.InvalidRequestException;
import io.travelsuite.booking.Booking;
import io.travelsuite.booking.BookingId;
import io.travelsuite.examples.server.answer.Answer;
import io.travelsuite.examples.server.answer.Why;
import io.travelsuite.examples.server.api.SeatFeed;
import io.travelsuite.examples.server.catalogue.Option;
import io.travelsuite.examples.server.page.OrderModel.Trip;
import io.travelsuite.examples.server.page.Typed.Trouble;
import io.travelsuite.examples.server.page.Visitors.Visit;
import io.travelsuite.examples.server.shop.Order;
import io.travelsuite.examples.server.shop.Shopper;
import io.travelsuite.examples.server.shop.TripSearch;
import io.travelsuite.inventory.LegRange;
import io.travelsuite.inventory.OccurrenceId;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The page of a departure: who comes, where they sit; and the places are held. */
final class OrderPage {

  static final String PATH = "/trips/{departure}";
  static final String LIVE = PATH + "/seats/live";

  private static final Duration HELD = Duration.ofMinutes(15);

  private final Pages pages;
  private final Visitors visitors;
  private final Front front;
  private final Products products;

  OrderPage(Pages pages, Visitors visitors, Front front) {
    this.pages = pages;
    this.visitors = visitors;
    this.front = front;
    products = new Products(pages.assets());
  }

  void show(Context context) {
    Visit visit = visitors.visit(context);
    Forms query = Forms.query(context);
    Trip trip = trip(context, query.text("option"));
    Typed typed = again(visit.shopper(), query, trip.option()).orOne(trip.option());
    show(context, 200, trip.name(), sheet(trip, typed).model(visit.token(), null, List.of()));
  }

  private void show(Context context, int status, String title, OrderModel model) {
    pages.show(context, status, new Page(Frame.shop(title), "page/trip", model));
  }

  private OrderSheet sheet(Trip trip, Typed typed) {
    return new OrderSheet(front, products, trip, typed);
  }

  /** What was booked before, where somebody begins again. */
  private Typed again(Shopper shopper, Forms query, Option option) {
    String again = query.text("again");
    return Forms.isId(again)
            && front.shop().checkout().find(shopper, new BookingId(UUID.fromString(again)))
                instanceof Answer.Done<Booking> before
        ? Typed.of(before.value())
        : Typed.of(query, option);
  }

  private Trip trip(Context context, String code) {
    OccurrenceId id = new OccurrenceId(Forms.id(context, "departure"));
    if (front.shop().search().left(id) instanceof Answer.Done<TripSearch.Left> left
        && TripSearch.option(left.value().offer(), code.isEmpty() ? null : code)
            instanceof Answer.Done<Option> option) {
      return new Trip(left.value(), option.value());
    }
    throw new NotFoundResponse();
  }

  void hold(Context context) {
    Visit visit = visitors.visit(context);
    Forms form = Forms.form(context);
    Trip trip = trip(context, form.text("option"));
    Typed typed = Typed.of(form, trip.option());
    List<Trouble> troubles = new ArrayList<>(typed.troubles(form, trip.option()));
    String key = form.text("key");
    if (!Forms.isId(key)) {
      troubles.add(new Trouble("order", "Send the form once more, please"));
    }
    if (!troubles.isEmpty()) {
      again(context, 422, sheet(trip, typed).model(visit.token(), key, troubles));
      return;
    }
    Answer<Booking> answer = hold(visit.shopper(), trip, typed, key);
    if (answer instanceof Answer.Done<Booking> held) {
      Remembered.add(context, held.value().id());
      context.status(303).header("Location", "/bookings/" + held.value().id());
    } else if (answer instanceof Answer.Refused<Booking> no) {
      // as things stand now, with all that was typed and can be kept
      OrderSheet now = sheet(trip(context, trip.option().code()), typed);
      int status = no.why() == Why.BUSY ? 503 : 409;
      again(context, status, refused(now, visit.token(), no.why()));
    }
  }

  private void again(Context context, int status, OrderModel model) {
    show(context, status, "Please check: " + model.head().name(), model);
  }

  private Answer<Booking> hold(Shopper shopper, Trip trip, Typed typed, String key) {
    Order.Wanted wanted =
        new Order.Wanted(trip.run().id(), trip.option().code(), typed.places(trip.option()));
    try {
      Order order = new Order(wanted, typed.customer(), HELD, null, key);
      return front.shop().checkout().hold(shopper, order);
    } catch (InvalidRequestException e) { // a seat, say, that there is not
      return Answer.refused(Why.NOT_ON_SALE, e.field());
    }
  }

  /** What can't be had any more is not ticked any more. */
  private static OrderModel refused(OrderSheet sheet, String token, Why why) {
    SeatPicture seats = sheet.seats();
    long kept = seats == null ? 0 : seats.spots().stream().filter(SeatPicture.Spot::chosen).count();
    long gone = sheet.typed().seats().size() - kept;
    String field = sheet.typed().seats().isEmpty() ? "order" : "seats";
    return sheet.model(token, null, List.of(new Trouble(field, text(why, gone))));
  }

  private static String text(Why why, long gone) {
    return switch (why) {
      case SOLD_OUT ->
          gone > 0
              ? "Somebody was quicker: "
                  + Wording.counted(gone, "seat")
                  + " of yours went just now. Choose again"
              : "Somebody was quicker: fewer are left than you want. Take fewer, or another start";
      case BUSY -> "Very many want the same just now. Send it once more";
      case KEY_USED ->
          "You sent this form before with other places, and they are held: see Your trips."
              + " Send it once more to have these too";
      default -> "This can't be booked so. A car needs a driver, and a sale ends before the start";
    };
  }

  /** What is left as it changes, for the page's script. */
  void live(Context context) {
    OccurrenceId id = new OccurrenceId(Forms.id(context, "departure"));
    Trip trip = trip(context, Forms.query(context).text("option"));
    Answer<TripSearch.Left> now =
        SeatFeed.open(front.live(), id, context, left -> event(left, trip.option(), trip.legs()));
    if (now instanceof Answer.Refused<TripSearch.Left>) {
      context.status(503);
    }
  }

  /** Numbers and labels alone: nobody learns who sits where. */
  private static String event(TripSearch.Left left, Option option, LegRange legs) {
    int units =
        option.units().get(0).fare().takes().entrySet().stream()
            .mapToInt(
                takes -> left.availability().available(takes.getKey(), legs) / takes.getValue())
            .min()
            .orElse(0);
    String taken = SeatPicture.takenJson(left.seats(), legs);
    return "{\"left\":" + units + ",\"taken\":" + taken + "}";
  }

  /** {@return the address of a departure's page, with what a booking was} */
  static String againHref(Booking booking, @Nullable Option option) {
    return "/trips/"
        + booking.lines().get(0).occurrence()
        + "?again="
        + booking.id()
        + (option == null ? "" : "&option=" + URLEncoder.encode(option.code(), UTF_8));
  }
}
