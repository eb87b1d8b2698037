package io.travelsuite.examples.server.page;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import io.travelsuite.booking.Booking;
import io.travelsuite.booking.BookingId;
import io.travelsuite.booking.BookingState;
import io.travelsuite.examples.server.answer.Answer;
import io.travelsuite.examples.server.page.OrderModel.Trip;
import io.travelsuite.examples.server.page.Visitors.Visit;
import io.travelsuite.notify.channel.Attachment;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The pages of what somebody has booked: held, paid, cancelled; and the files of it. */
final class BookingPage {

  static final String ALL = "/bookings";
  static final String PATH = ALL + "/{id}";
  static final String CANCELLATION = PATH + "/cancellation";
  static final String PDF = PATH + "/tickets.pdf";
  static final String CALENDAR = PATH + "/calendar.ics";

  private final Pages pages;
  private final Visitors visitors;
  private final Front front;
  private final Products products;

  BookingPage(Pages pages, Visitors visitors, Front front) {
    this.pages = pages;
    this.visitors = visitors;
    this.front = front;
    products = new Products(pages.assets());
  }

  Front front() {
    return front;
  }

  /** The sheet of the path's booking; of somebody else's there is none. */
  BookingSheet sheet(Context context) {
    BookingId id = new BookingId(Forms.id(context, "id"));
    return sheet(visitors.visit(context), id).orElseThrow(NotFoundResponse::new);
  }

  private Optional<BookingSheet> sheet(Visit visit, BookingId id) {
    return front.shop().checkout().find(visit.shopper(), id) instanceof Answer.Done<Booking> found
        ? Optional.of(new BookingSheet(front, products, visit, found.value()))
        : Optional.empty();
  }

  void show(Context context, int status, BookingSheet sheet, @Nullable String problem) {
    show(context, status, sheet.title(), sheet.model(problem, false));
  }

  /** While the provider has not told how the payment went. */
  void showWaiting(Context context, BookingSheet sheet) {
    show(context, 200, "We are asking for your payment", sheet.model(null, true));
  }

  private void show(Context context, int status, String title, BookingModel model) {
    pages.show(context, status, new Page(Frame.shop(title), "page/booking", model));
  }

  private record Row(String href, String name, String when, String state, String kind) {}

  private record All(List<Row> rows) {}

  /** The bookings of this browser. */
  void all(Context context) {
    Visit visit = visitors.visit(context);
    List<Row> rows =
        Remembered.bookings(context).stream()
            .flatMap(id -> sheet(visit, id).stream())
            .map(BookingPage::row)
            .toList();
    pages.show(
        context, 200, new Page(Frame.shop("Your trips").at(ALL), "page/bookings", new All(rows)));
  }

  private static Row row(BookingSheet sheet) {
    Trip trip = sheet.trip();
    When when = When.of(trip.offer(), trip.option(), trip.run());
    BookingState state = sheet.booking().state();
    String kind =
        state == BookingState.CONFIRMED ? "good" : state == BookingState.HELD ? "warn" : "";
    String said = state.name().charAt(0) + state.name().substring(1).toLowerCase(Locale.ROOT);
    return new Row(
        sheet.path(), trip.name(), when.day() + ", " + when.time(), said.replace('_', '-'), kind);
  }

  private record Cancellation(
      String name, String when, String path, String csrf, boolean held, String back) {}

  /** Asks once more, and tells what comes back. */
  void askToCancel(Context context) {
    BookingSheet sheet = sheet(context);
    BookingState state = sheet.booking().state();
    if (state != BookingState.CONFIRMED && state != BookingState.HELD) {
      context.status(303).header("Location", sheet.path());
      return;
    }
    Trip trip = sheet.trip();
    When when = When.of(trip.offer(), trip.option(), trip.run());
    boolean held = state == BookingState.HELD;
    Cancellation model =
        new Cancellation(
            trip.name(),
            when.day() + ", " + when.time(),
            sheet.path(),
            sheet.visit().token(),
            held,
            held ? "Nothing was paid yet." : sheet.cancelling(trip));
    String title = held ? "Give the places back" : "Cancel your booking";
    pages.show(context, 200, new Page(Frame.shop(title), "page/cancellation", model));
  }

  void cancel(Context context) {
    BookingSheet sheet = sheet(context);
    var answer = front.shop().cancelling().cancel(sheet.visit().shopper(), sheet.booking().id());
    if (answer instanceof Answer.Refused<?>) {
      show(context, 409, sheet(context), "This can't be cancelled any more.");
    } else {
      context.status(303).header("Location", sheet.path());
    }
  }

  void pdf(Context context) {
    BookingSheet sheet = sheet(context);
    send(context, front.shop().tickets().pdf(sheet.visit().shopper(), sheet.booking().id()));
  }

  void calendar(Context context) {
    BookingSheet sheet = sheet(context);
    send(context, front.shop().tickets().calendar(sheet.visit().shopper(), sheet.booking().id()));
  }

  private static void send(Context context, Answer<Attachment> file) {
    if (!(file instanceof Answer.Done<Attachment> found)) {
      throw new NotFoundResponse();
    }
    context
        .contentType(found.value().contentType())
        .header("Content-Disposition", "attachment; filename=\"" + found.value().fileName() + "\"")
        .result(found.value().bytes());
  }
}
