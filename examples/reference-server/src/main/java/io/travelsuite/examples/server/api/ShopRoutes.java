package io.travelsuite.examples.server.api;

import static io.travelsuite.security.input.FieldRule.date;
import static io.travelsuite.security.input.FieldRule.email;
import static io.travelsuite.security.input.FieldRule.integer;
import static io.travelsuite.security.input.FieldRule.list;
import static io.travelsuite.security.input.FieldRule.name;
import static io.travelsuite.security.input.FieldRule.phone;
import static io.travelsuite.security.input.FieldRule.reference;
import static io.travelsuite.security.input.FieldRule.text;

import io.travelsuite.UuidText;
import io.travelsuite.booking.Booking;
import io.travelsuite.booking.BookingId;
import io.travelsuite.booking.Customer;
import io.travelsuite.examples.server.answer.Answer;
import io.travelsuite.examples.server.answer.Why;
import io.travelsuite.examples.server.shop.Cancelling;
import io.travelsuite.examples.server.shop.Checkout;
import io.travelsuite.examples.server.shop.Order;
import io.travelsuite.examples.server.shop.TripSearch;
import io.travelsuite.examples.server.shop.Wish;
import io.travelsuite.idempotency.http.HttpAnswer;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.price.DateRange;
import io.travelsuite.security.input.InputRules;
import io.travelsuite.security.role.Permissions;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What customers do, over HTTP: search, hold, read, extend, confirm, cancel. */
final class ShopRoutes {

  static final String PATH = "/api";

  private static final int MOST_PAGE = 200;
  private static final int USUAL_PAGE = 50;
  private static final int HOLD_MINUTES = 15;
  private static final int MOST_MINUTES = 120;

  private static final InputRules DATES =
      InputRules.empty()
          .required("product", reference())
          .optional("option", reference())
          .required("from", date())
          .required("to", date())
          .optional("party", text(1, 200))
          .optional("cursor", text(1, 500))
          .optional("limit", integer(1, MOST_PAGE));

  private static final InputRules PLACES =
      InputRules.empty()
          .required("unit", reference())
          .required("count", integer(1, 400))
          .optional("seats", list(text(1, 32), 400));

  private static final InputRules CUSTOMER =
      InputRules.empty()
          .optional("name", name())
          .optional("email", email())
          .optional("phone", phone());

  private static final InputRules HOLD =
      InputRules.empty()
          .required("departure", reference())
          .optional("option", reference())
          .required("places", list(PLACES, 20))
          .optional("customer", CUSTOMER)
          .optional("minutes", integer(1, MOST_MINUTES))
          .optional("promo", text(1, 100));

  private final TripSearch search;
  private final Checkout checkout;
  private final Cancelling cancelling;

  ShopRoutes(TripSearch search, Checkout checkout, Cancelling cancelling) {
    this.search = search;
    this.checkout = checkout;
    this.cancelling = cancelling;
  }

  List<Route> table() {
    return List.of(
        Route.reading(PATH + "/products", Permissions.INVENTORY_READ, this::products),
        Route.reading(PATH + "/departures", Permissions.INVENTORY_READ, this::departures)
            .query(DATES),
        Route.reading(PATH + "/departures/{id}", Permissions.INVENTORY_READ, this::departure),
        Route.keyed(PATH + "/bookings", Permissions.BOOKING_HOLD, this::hold).body(HOLD),
        Route.reading(PATH + "/bookings", Permissions.BOOKING_READ, this::own)
            .query(
                InputRules.empty()
                    .optional("cursor", reference())
                    .optional("limit", integer(1, MOST_PAGE))),
        Route.reading(PATH + "/bookings/{id}", Permissions.BOOKING_READ, this::read),
        Route.keyed(PATH + "/bookings/{id}/extension", Permissions.BOOKING_HOLD, this::extend)
            .body(InputRules.empty().required("minutes", integer(1, MOST_MINUTES))),
        Route.keyed(
                PATH + "/bookings/{id}/confirmation", Permissions.BOOKING_CONFIRM, this::confirm)
            .body(InputRules.empty().required("reference", reference())),
        Route.keyed(PATH + "/bookings/{id}/cancellation", Permissions.BOOKING_CANCEL, this::cancel)
            .body(InputRules.empty()));
  }

  private HttpAnswer products(Call call) {
    return Bodies.json(
        200, new Views.Page(search.offers().stream().map(Views::product).toList(), null));
  }

  private HttpAnswer departures(Call call) {
    Wish wish =
        new Wish(
            String.valueOf(call.asked("product")),
            call.asked("option"),
            dates(call),
            party(call),
            call.asked("cursor"),
            call.asked("limit", USUAL_PAGE));
    return call.answer(
        200,
        search.find(wish),
        page -> new Views.Page(page.trips().stream().map(Views::found).toList(), page.next()));
  }

  static DateRange dates(Call call) {
    LocalDate first = LocalDate.parse(String.valueOf(call.asked("from")));
    LocalDate last = LocalDate.parse(String.valueOf(call.asked("to")));
    if (last.isBefore(first) || last.isAfter(first.plusDays(366))) {
      throw Problem.fields(
              List.of(
                  new Problem.FieldError(
                      "#/to", "range", "must be 0 to 366 days after from", last.toString())))
          .exception();
    }
    return new DateRange(first, last);
  }

  /** {@code adult:2,child:1}. */
  private static SortedMap<String, Integer> party(Call call) {
    SortedMap<String, Integer> party = new TreeMap<>();
    String asked = call.asked("party");
    if (asked == null) {
      return party;
    }
    for (String part : asked.split(",", -1)) {
      if (!part.matches("[A-Za-z0-9._-]{1,32}:[1-9][0-9]{0,2}")) {
        throw Problem.fields(
                List.of(
                    new Problem.FieldError("#/party", "party", "must be as adult:2,child:1", null)))
            .exception();
      }
      String[] unit = part.split(":", -1);
      party.put(unit[0], Integer.valueOf(unit[1]));
    }
    return party;
  }

  private HttpAnswer departure(Call call) {
    return call.answer(200, search.left(new OccurrenceId(call.id("id"))), Views::departure);
  }

  private HttpAnswer hold(Call call) {
    Map<String, Object> who = call.object("customer");
    Customer customer =
        new Customer(
            (String) who.get("name"), (String) who.get("email"), (String) who.get("phone"), null);
    Order order =
        new Order(
            new Order.Wanted(
                departure(call.needed("departure")), call.text("option"), places(call)),
            customer,
            Duration.ofMinutes(call.number("minutes", HOLD_MINUTES)),
            call.text("promo"),
            call.key());
    return call.then(
        checkout.hold(call.shopper(), order),
        held -> booking(201, held).header("Location", PATH + "/bookings/" + held.id()));
  }

  private static OccurrenceId departure(String text) {
    return UuidText.parse(text)
        .map(OccurrenceId::new)
        .orElseThrow(
            () ->
                Problem.of(Why.NO_SUCH_DEPARTURE, "there is no departure of that id").exception());
  }

  @SuppressWarnings("unchecked") // the rules have checked it
  private static List<Order.Places> places(Call call) {
    return call.objects("places").stream()
        .map(
            one ->
                new Order.Places(
                    String.valueOf(one.get("unit")),
                    ((Number) one.getOrDefault("count", 0)).intValue(),
                    (List<String>) one.getOrDefault("seats", List.of())))
        .toList();
  }

  private HttpAnswer own(Call call) {
    Checkout.Own page =
        checkout.list(call.shopper(), call.asked("cursor"), call.asked("limit", USUAL_PAGE));
    return Bodies.json(
        200, new Views.Page(page.bookings().stream().map(Views::booking).toList(), page.next()));
  }

  private HttpAnswer read(Call call) {
    return call.then(checkout.find(call.shopper(), id(call)), found -> booking(200, found));
  }

  private HttpAnswer extend(Call call) {
    Duration lifetime = Duration.ofMinutes(call.number("minutes", HOLD_MINUTES));
    return call.then(
        checkout.extend(call.shopper(), edited(call), lifetime), held -> booking(200, held));
  }

  private HttpAnswer confirm(Call call) {
    return call.then(
        checkout.confirm(call.shopper(), edited(call), call.needed("reference")),
        done -> booking(200, done));
  }

  /** The booking, as the client knows it where they say so. */
  private BookingId edited(Call call) {
    BookingId id = id(call);
    if (checkout.find(call.shopper(), id) instanceof Answer.Done<Booking> found) {
      call.checkMatch(Views.tag(found.value()));
    }
    return id;
  }

  private HttpAnswer cancel(Call call) {
    return call.then(
        cancelling.cancel(call.shopper(), edited(call)),
        done ->
            Bodies.json(
                    200,
                    new CancellationView(
                        Views.booking(done.booking()),
                        done.refund() == null ? null : OfficeViews.refund(done.refund())))
                .header("ETag", Views.tag(done.booking())));
  }

  record CancellationView(Views.BookingView booking, OfficeViews.@Nullable RefundView refund) {}

  static BookingId id(Call call) {
    return new BookingId(call.id("id"));
  }

  static HttpAnswer booking(int status, Booking booking) {
    return Bodies.json(status, Views.booking(booking)).header("ETag", Views.tag(booking));
  }
}
