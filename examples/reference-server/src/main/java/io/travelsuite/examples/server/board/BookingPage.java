package io.travelsuite.examples.server.board;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.NotFoundResponse;
import io.travelsuite.booking.Booking;
import io.travelsuite.booking.BookingId;
import io.travelsuite.examples.server.answer.Answer;
import io.travelsuite.examples.server.board.Visit.Notice;
import io.travelsuite.examples.server.board.Visit.View;
import io.travelsuite.examples.server.office.BookingDesk;
import io.travelsuite.examples.server.office.Office;
import io.travelsuite.examples.server.office.Refunding;
import io.travelsuite.examples.server.refund.Refund;
import io.travelsuite.examples.server.store.Stock;
import io.travelsuite.payments.ledger.StoredPayment;
import io.travelsuite.security.role.Permissions;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Bookings: found by their reference, cancelled, and money of them asked back. */
final class BookingPage {

  static final String PATH = "/office/bookings";

  private static final String ONE = PATH + "/{id}";
  private static final Pattern AMOUNT = Pattern.compile("\\d{1,7}([.,]\\d{1,3})?");
  private static final int MOST_REASON = 200;

  private static final Map<String, Notice> DONE =
      Map.of(
          "cancelled", Notice.good("The booking is cancelled."),
          "DONE", Notice.good("The money is on its way back."),
          "DUE",
              new Notice(
                  "warn", "The refund is noted.", "The payment provider did not answer yet."),
          "ASKED",
              new Notice(
                  "warn",
                  "The refund waits for a second person.",
                  "Somebody else who may give money back has to approve it, under Refunds."),
          "DECLINED",
              Notice.bad("The payment provider will not give it back.", "Pay it another way."));

  private final Stock stock;
  private final BookingDesk desk;
  private final Refunding refunding;

  BookingPage(Stock stock, Office office) {
    this.stock = stock;
    this.desk = office.desk();
    this.refunding = office.refunding();
  }

  List<Endpoint> table() {
    return List.of(
        Endpoint.get(PATH, Permissions.BOOKING_READ, this::search),
        Endpoint.get(ONE, Permissions.BOOKING_READ, this::show),
        Endpoint.post(ONE + "/cancellation", Permissions.BOOKING_CANCEL, this::cancel),
        Endpoint.post(ONE + "/refund", Permissions.PAYMENT_REFUND, this::refund));
  }

  private record Search(String reference) {}

  private void search(Visit visit) {
    String reference = visit.asked("reference");
    Optional<Booking> found =
        reference.isEmpty() || !(desk.find(reference) instanceof Answer.Done<Booking> done)
            ? Optional.empty()
            : Optional.of(done.value());
    if (found.isPresent()) {
      visit.goTo(PATH + "/" + found.get().id());
      return;
    }
    Notice notice =
        reference.isEmpty()
            ? null
            : Notice.bad(
                "There is no booking of that reference.",
                "It has ten letters and digits, without I, O, 0 and 1.");
    View view = new View("Bookings", PATH, "bookings", new Search(reference));
    visit.show(notice == null ? 200 : 404, view, notice);
  }

  private void show(Visit visit) {
    BookingView.Typed typed = BookingView.Typed.nothing(UUID.randomUUID());
    show(visit, 200, typed, DONE.get(visit.asked("done")));
  }

  private void show(Visit visit, int status, BookingView.Typed typed, @Nullable Notice notice) {
    BookingDesk.Sold sold = sold(visit);
    BookingView.Rights rights =
        new BookingView.Rights(
            visit.may(Permissions.BOOKING_CANCEL),
            visit.may(Permissions.PAYMENT_REFUND),
            visit.may(Permissions.PAYMENT_READ));
    BookingView view = new BookingViews(stock, visit.parts().staff()).of(sold, typed, rights);
    visit.show(status, new View("Booking " + view.reference(), PATH, "booking", view), notice);
  }

  private BookingDesk.Sold sold(Visit visit) {
    if (!(desk.find(new BookingId(visit.id())) instanceof Answer.Done<BookingDesk.Sold> found)) {
      throw new NotFoundResponse();
    }
    return found.value();
  }

  private void cancel(Visit visit) {
    sold(visit);
    if (desk.cancel(new BookingId(visit.id())) instanceof Answer.Refused<Booking> no) {
      BookingView.Typed typed = BookingView.Typed.nothing(UUID.randomUUID());
      show(visit, 409, typed, Notice.bad("It was not cancelled.", no.detail() + "."));
    } else {
      visit.goTo(PATH + "/" + visit.id() + "?done=cancelled");
    }
  }

  private void refund(Visit visit) {
    StoredPayment payment = sold(visit).payment();
    BookingView.Typed typed =
        new BookingView.Typed(visit.field("key"), visit.field("amount"), visit.field("reason"));
    Money amount = payment == null ? null : amount(payment, typed.amount()).orElse(null);
    if (amount == null || typed.reason().isEmpty() || typed.reason().length() > MOST_REASON) {
      String what = "Type an amount, as 12.50, and a reason of at most 200 characters.";
      show(visit, 422, typed, Notice.bad("Nothing was asked for.", what));
      return;
    }
    Refunding.Wanted wanted =
        new Refunding.Wanted(id(visit, typed), new BookingId(visit.id()), amount, typed.reason());
    Answer<Refund> answer = refunding.ask(visit.actor(), wanted);
    if (answer instanceof Answer.Refused<Refund> no) {
      show(visit, 409, typed, Notice.bad("Nothing was asked for.", no.detail() + "."));
    } else {
      visit.goTo(PATH + "/" + visit.id() + "?done=" + answer.orElseThrow().state());
    }
  }

  /** The same form, sent twice, is one refund; nobody's form is somebody else's. */
  private static UUID id(Visit visit, BookingView.Typed typed) {
    String own = "refund " + visit.signed().subject() + " " + visit.id() + " " + typed.key();
    return UUID.nameUUIDFromBytes(own.getBytes(UTF_8));
  }

  private static Optional<Money> amount(StoredPayment payment, String text) {
    if (!AMOUNT.matcher(text).matches()) {
      return Optional.empty();
    }
    BigDecimal number = new BigDecimal(text.replace(',', '.'));
    int places = payment.totals().kept().getCurrencyUnit().getDecimalPlaces();
    return number.signum() <= 0 || number.stripTrailingZeros().scale() > places
        ? Optional.empty()
        : Optional.of(
            Money.of(payment.totals().kept().getCurrencyUnit(), number.stripTrailingZeros()));
  }
}
