package io.travelsuite.examples.server.api;

import static io.travelsuite.security.input.FieldRule.bool;
import static io.travelsuite.security.input.FieldRule.date;
import static io.travelsuite.security.input.FieldRule.integer;
import static io.travelsuite.security.input.FieldRule.list;
import static io.travelsuite.security.input.FieldRule.reference;
import static io.travelsuite.security.input.FieldRule.text;

import io.travelsuite.booking.Booking;
import io.travelsuite.booking.BookingId;
import io.travelsuite.booking.ManifestPage;
import io.travelsuite.examples.server.answer.Answer;
import io.travelsuite.examples.server.office.Departures;
import io.travelsuite.examples.server.office.Gate;
import io.travelsuite.idempotency.http.HttpAnswer;
import io.travelsuite.inventory.Availability;
import io.travelsuite.inventory.Capacity;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.sale.Allotment;
import io.travelsuite.security.input.InputRules;
import io.travelsuite.security.role.Permissions;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What operators do with departures and travellers, over HTTP. */
final class OfficeRoutes {

  static final String PATH = ShopRoutes.PATH + "/office";

  private static final String DEPARTURE = PATH + "/departures/{id}";
  private static final int MOST_UNITS = 1_000_000_000;
  private static final int MOST_PAGE = 200;
  private static final int USUAL_PAGE = 50;
  private static final int MOST_CSV = 900_000;

  private static final InputRules ALLOTMENT =
      InputRules.empty()
          .required("pool", reference())
          .required("channel", reference())
          .required("units", integer(1, MOST_UNITS))
          .required("releasedAt", text(1, 40));

  private final Departures departures;
  private final Gate gate;

  OfficeRoutes(Departures departures, Gate gate) {
    this.departures = departures;
    this.gate = gate;
  }

  List<Route> table() {
    return List.of(
        Route.reading(PATH + "/departures", Permissions.INVENTORY_READ, this::departures)
            .query(
                InputRules.empty()
                    .required("product", reference())
                    .required("from", date())
                    .required("to", date())
                    .optional("cursor", reference())
                    .optional("limit", integer(1, MOST_PAGE))),
        Route.reading(DEPARTURE, Permissions.INVENTORY_READ, this::read),
        Route.reading(DEPARTURE + "/manifest", Permissions.BOOKING_MANIFEST, this::manifest)
            .query(InputRules.empty().optional("cursor", reference())),
        Route.reading(DEPARTURE + "/manifest.csv", Permissions.BOOKING_MANIFEST, this::csv),
        Route.keyed(DEPARTURE + "/check-ins", Permissions.BOOKING_REDEEM, this::checkIn)
            .body(InputRules.empty().required("ticket", text(1, 400))),
        Route.matched(DEPARTURE + "/pools/{pool}", Permissions.INVENTORY_CAPACITY, this::resize)
            .body(
                InputRules.empty()
                    .required("physical", integer(0, MOST_UNITS))
                    .optional("sellable", integer(0, MOST_UNITS))),
        Route.matched(DEPARTURE + "/sale", Permissions.INVENTORY_SALE, this::sell)
            .body(InputRules.empty().required("open", bool())),
        Route.matched(DEPARTURE + "/allotments", Permissions.INVENTORY_SALE, this::keep)
            .body(InputRules.empty().required("allotments", list(ALLOTMENT, 100))));
  }

  private HttpAnswer departures(Call call) {
    int most = call.asked("limit", USUAL_PAGE);
    return call.answer(
        200,
        departures.list(String.valueOf(call.asked("product")), ShopRoutes.dates(call)),
        all -> page(all, call.asked("cursor"), most));
  }

  /** The cursor is the last departure of the page before. */
  private static Views.Page page(List<Availability> all, @Nullable String after, int most) {
    int from = 0;
    while (after != null && from < all.size() && !id(all.get(from)).equals(after)) {
      from++;
    }
    from = after == null ? 0 : Math.min(all.size(), from + 1);
    List<Availability> page = all.subList(from, Math.min(all.size(), from + most));
    boolean more = from + page.size() < all.size();
    return new Views.Page(
        page.stream().map(one -> OfficeViews.departure(one, null)).toList(),
        more ? id(page.get(page.size() - 1)) : null);
  }

  private static String id(Availability departure) {
    return departure.occurrence().toString();
  }

  private HttpAnswer read(Call call) {
    return departure(call, departures.find(departure(call)));
  }

  private static HttpAnswer departure(Call call, Answer<Departures.Departure> answer) {
    return call.then(
        answer,
        found -> Bodies.json(200, OfficeViews.departure(found)).header("ETag", tag(found.state())));
  }

  private static String tag(String state) {
    return "\"" + state + "\"";
  }

  private static OccurrenceId departure(Call call) {
    return new OccurrenceId(call.id("id"));
  }

  private HttpAnswer manifest(Call call) {
    OccurrenceId departure = departure(call);
    return call.answer(
        200,
        gate.manifest(departure, after(call)),
        page ->
            new Views.Page(
                page.bookings().stream()
                    .map(booking -> OfficeViews.traveller(booking, departure))
                    .toList(),
                page.next() == null ? null : page.next().toString()));
  }

  private static @Nullable BookingId after(Call call) {
    String cursor = call.asked("cursor");
    try {
      return cursor == null ? null : BookingId.of(cursor);
    } catch (IllegalArgumentException e) {
      throw Problem.fields(
              List.of(
                  new Problem.FieldError(
                      "#/cursor", "cursor", "must be what a page gave as next", cursor)))
          .exception();
    }
  }

  private HttpAnswer csv(Call call) {
    OccurrenceId departure = departure(call);
    StringBuilder csv = new StringBuilder(OfficeViews.CSV_HEAD);
    Answer<ManifestPage> page = gate.manifest(departure, null);
    while (page instanceof Answer.Done<ManifestPage> done && csv.length() < MOST_CSV) {
      for (Booking booking : done.value().bookings()) {
        csv.append(OfficeViews.csv(booking, departure));
      }
      if (done.value().next() == null) {
        return HttpAnswer.of(200, "text/csv; charset=utf-8", csv.toString())
            .header("Content-Disposition", "attachment; filename=\"manifest.csv\"");
      }
      page = gate.manifest(departure, done.value().next());
    }
    return page instanceof Answer.Refused<ManifestPage> no
        ? Problem.of(no.why(), no.detail()).answer()
        : Problem.of(409, "too-long", "there are too many for one file: read it by pages").answer();
  }

  record CheckInView(String booking, String reference, int line, int unit, String state) {}

  private HttpAnswer checkIn(Call call) {
    return call.answer(
        201,
        gate.checkIn(departure(call), call.needed("ticket")),
        in ->
            new CheckInView(
                in.booking().id().toString(),
                in.booking().reference(),
                in.place().line(),
                in.place().unit(),
                in.booking().state().name()));
  }

  private HttpAnswer resize(Call call) {
    int physical = call.number("physical", 0);
    Capacity capacity = new Capacity(physical, call.number("sellable", physical));
    return departure(call, departures.resize(edit(call), call.path("pool"), capacity));
  }

  private HttpAnswer sell(Call call) {
    return departure(
        call, departures.sell(edit(call), Boolean.TRUE.equals(call.body().get("open"))));
  }

  private HttpAnswer keep(Call call) {
    List<Allotment> allotments =
        call.objects("allotments").stream().map(OfficeRoutes::allotment).toList();
    return departure(call, departures.keep(edit(call), allotments));
  }

  private static Allotment allotment(Map<String, Object> one) {
    try {
      return new Allotment(
          String.valueOf(one.get("pool")),
          String.valueOf(one.get("channel")),
          ((Number) one.getOrDefault("units", 0)).intValue(),
          Instant.parse(String.valueOf(one.get("releasedAt"))));
    } catch (DateTimeParseException e) {
      throw Problem.fields(
              List.of(
                  new Problem.FieldError(
                      "#/allotments/releasedAt",
                      "instant",
                      "must be a moment as 2027-05-01T08:00:00Z",
                      null)))
          .exception();
    }
  }

  /** The edit of what the client read: its If-Match, which is there. */
  private static Departures.Edit edit(Call call) {
    String match = String.valueOf(call.context().header("If-Match")).strip();
    return new Departures.Edit(
        departure(call), match.equals("*") ? null : match.replaceAll("^\"|\"$", ""));
  }
}
