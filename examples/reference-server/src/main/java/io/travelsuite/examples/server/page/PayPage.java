package io.travelsuite.examples.server.page;

import io.javalin.http.Context;
import io.travelsuite.booking.Booking;
import io.travelsuite.booking.BookingState;
import io.travelsuite.examples.server.answer.Answer;
import io.travelsuite.examples.server.answer.Why;
import io.travelsuite.examples.server.shop.PayDesk;
import io.travelsuite.payments.PayResult;
import io.travelsuite.payments.ledger.PaymentReference;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Where a hold is paid, or gets more time. */
final class PayPage {

  static final String PATH = BookingPage.PATH + "/payment";
  static final String EXTENSION = BookingPage.PATH + "/extension";

  private static final Duration MORE = Duration.ofMinutes(15);

  /** What a form calls the cards of the sandbox, and what they are to it. */
  private static final Map<String, String> CARDS =
      Map.of("good", "tok-good", "declined", "tok-decline");

  private final Pages pages;
  private final BookingPage bookings;

  PayPage(Pages pages, BookingPage bookings) {
    this.pages = pages;
    this.bookings = bookings;
  }

  private PayDesk desk() {
    return bookings.front().shop().payments();
  }

  /** The booking; one that waits for its payment is asked for first. */
  void show(Context context) {
    BookingSheet sheet = bookings.sheet(context);
    Optional<PaymentReference> payment = Remembered.payment(context);
    boolean maybeLate = sheet.booking().state() == BookingState.EXPIRED;
    boolean pending = sheet.booking().state() == BookingState.HELD || maybeLate;
    if (pending && payment.isPresent()) {
      Answer<PayResult> answer =
          desk().look(sheet.visit().shopper(), sheet.booking().id(), payment.get());
      if (answer instanceof Answer.Done<PayResult> done) {
        came(context, sheet, done.value());
        return;
      }
      Remembered.paid(context);
      if (answer instanceof Answer.Refused<PayResult> no && no.why() != Why.NOT_PAID) {
        bookings.show(context, 200, bookings.sheet(context), text(no.why()));
        return;
      }
    }
    bookings.show(context, 200, sheet, null);
  }

  /** Who comes back from the provider's page, paid or not. */
  private void came(Context context, BookingSheet sheet, PayResult result) {
    if (result instanceof PayResult.Paid paid) {
      paid(context, paid.booking());
    } else if (result instanceof PayResult.Unclear) {
      bookings.showWaiting(context, sheet);
    } else {
      bookings.show(context, 200, sheet, "The payment was not finished. You can try again.");
    }
  }

  void pay(Context context) {
    BookingSheet sheet = bookings.sheet(context);
    Forms form = Forms.form(context);
    if (sheet.booking().total().isEmpty() || sheet.booking().total().get().isZero()) {
      answer(
          context,
          sheet,
          bookings
              .front()
              .shop()
              .checkout()
              .confirm(sheet.visit().shopper(), sheet.booking().id(), "no charge"));
      return;
    }
    String card = CARDS.get(form.text("card"));
    boolean elsewhere = !bookings.front().playing() || form.text("card").equals("page");
    if (!Forms.isId(form.text("key")) || (card == null && !elsewhere)) {
      bookings.show(context, 422, sheet, "Choose how you pay.");
      return;
    }
    PayDesk.How how = new PayDesk.How(elsewhere ? null : card, form.text("key"));
    Answer<PayResult> answer = desk().pay(sheet.visit().shopper(), sheet.booking().id(), how);
    if (answer instanceof Answer.Done<PayResult> done) {
      went(context, sheet, done.value());
    } else if (answer instanceof Answer.Refused<PayResult> no) {
      int status = no.why() == Why.PAYMENT_DECLINED ? 402 : 409;
      bookings.show(context, status, bookings.sheet(context), text(no.why()));
    }
  }

  private void answer(Context context, BookingSheet sheet, Answer<Booking> answer) {
    if (answer instanceof Answer.Refused<Booking> no) {
      bookings.show(context, 409, bookings.sheet(context), text(no.why()));
    } else {
      to(context, sheet.path());
    }
  }

  private record Leaving(String href, String host) {}

  private void went(Context context, BookingSheet sheet, PayResult result) {
    if (result instanceof PayResult.Paid paid) {
      paid(context, paid.booking());
      return;
    }
    Remembered.pays(context, result.payment().reference());
    if (result instanceof PayResult.AwaitingCustomer awaiting) {
      // by a page of our own: browsers follow no form to another site (form-action)
      URI there = awaiting.redirect();
      context.header("Refresh", "0; url=" + there);
      Leaving model = new Leaving(there.toString(), String.valueOf(there.getHost()));
      pages.show(context, 200, new Page(Frame.shop("To the payment"), "page/leave", model));
    } else {
      to(context, sheet.path());
    }
  }

  /** A hold that had expired, and whose places could be had again, is another booking. */
  private static void paid(Context context, Booking booking) {
    Remembered.paid(context);
    Remembered.add(context, booking.id());
    to(context, "/bookings/" + booking.id());
  }

  void extend(Context context) {
    BookingSheet sheet = bookings.sheet(context);
    Answer<Booking> answer =
        bookings
            .front()
            .shop()
            .checkout()
            .extend(sheet.visit().shopper(), sheet.booking().id(), MORE);
    answer(context, sheet, answer);
  }

  private static void to(Context context, String path) {
    context.status(303).header("Location", path);
  }

  private static String text(Why why) {
    return switch (why) {
      case PAYMENT_DECLINED ->
          "The payment was declined, and nothing was taken. Your places are still held: try another"
              + " card.";
      case PAID_TOO_LATE ->
          "The payment came when the places had gone to others. It goes back to your card.";
      case LONGEST_HOLD -> "The places can't be held any longer: please pay now.";
      case KEY_USED -> "This was sent before, with another card. Choose again.";
      case BUSY -> "Very many pay just now. Send it once more.";
      default -> "That is not possible any more: see below how your booking stands.";
    };
  }
}
