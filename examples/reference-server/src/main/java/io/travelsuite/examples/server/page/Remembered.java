package io.travelsuite.examples.server.page;

import io.javalin.http.Context;
import io.travelsuite.UuidText;
import io.travelsuite.booking.BookingId;
import io.travelsuite.payments.ledger.PaymentReference;
import io.travelsuite.security.session.HostCookie;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a browser remembers of its bookings; whose they are is not believed from here. */
final class Remembered {

  private static final HostCookie TRIPS = HostCookie.of("trips");
  private static final HostCookie PAYMENT = HostCookie.of("payment");
  private static final String SET = "Set-Cookie";
  private static final Duration KEPT = Duration.ofDays(180);
  private static final Duration PAYING = Duration.ofHours(2);

  /** As many as a cookie holds. */
  private static final int MOST = 20;

  private Remembered() {}

  /** The bookings, the newest first. */
  static List<BookingId> bookings(Context context) {
    String cookie = TRIPS.read(context.header("Cookie")).orElse("");
    List<BookingId> ids = new ArrayList<>();
    for (String id : cookie.split("~", MOST + 1)) {
      UuidText.parse(id).map(BookingId::new).ifPresent(ids::add);
    }
    return ids;
  }

  static void add(Context context, BookingId id) {
    List<BookingId> ids = new ArrayList<>(bookings(context));
    ids.remove(id);
    ids.add(0, id);
    String cookie = String.join("~", ids.stream().limit(MOST).map(BookingId::toString).toList());
    context.res().addHeader(SET, TRIPS.set(cookie, KEPT));
  }

  /** The payment for which the customer was sent away. */
  static Optional<PaymentReference> payment(Context context) {
    return PAYMENT
        .read(context.header("Cookie"))
        .filter(PaymentReference::isOne)
        .map(PaymentReference::new);
  }

  static void pays(Context context, PaymentReference reference) {
    context.res().addHeader(SET, PAYMENT.set(reference.value(), PAYING));
  }

  static void paid(Context context) {
    context.res().addHeader(SET, PAYMENT.clear());
  }
}
