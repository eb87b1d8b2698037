package io.travelsuite.jdbc;

import io.travelsuite.booking.BookedLine;
import io.travelsuite.booking.Booking;
import io.travelsuite.booking.BookingState;
import io.travelsuite.booking.Customer;
import io.travelsuite.price.PromoUse;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The next version of a booking, some of its parts replaced. */
final class Revision {

  private final Booking before;
  private BookingState state;
  private List<BookedLine> lines;
  private Customer customer;
  private @Nullable PromoUse promo;
  private @Nullable Instant expiresAt;
  private @Nullable String paymentReference;

  private Revision(Booking before) {
    this.before = before;
    state = before.state();
    lines = before.lines();
    customer = before.customer();
    promo = before.promo();
    expiresAt = before.expiresAt();
    paymentReference = before.paymentReference();
  }

  static Revision of(Booking before) {
    return new Revision(before);
  }

  Revision state(BookingState next) {
    state = next;
    return this;
  }

  Revision customer(Customer opened) {
    customer = opened;
    return this;
  }

  Revision promo(@Nullable PromoUse use) {
    promo = use;
    return this;
  }

  Revision lines(List<BookedLine> next) {
    lines = next;
    return this;
  }

  Revision expiresAt(@Nullable Instant next) {
    expiresAt = next;
    return this;
  }

  Revision paymentReference(@Nullable String next) {
    paymentReference = next;
    return this;
  }

  /** The booking one version on. */
  Booking next() {
    return build(before.version() + 1);
  }

  /** The booking seen differently, with nothing written. */
  Booking unchangedVersion() {
    return build(before.version());
  }

  private Booking build(int version) {
    return new Booking(
        before.id(),
        before.operator(),
        before.reference(),
        state,
        version,
        before.key(),
        before.channel(),
        customer,
        paymentReference,
        promo,
        lines,
        before.createdAt(),
        expiresAt,
        before.extendableUntil());
  }
}
