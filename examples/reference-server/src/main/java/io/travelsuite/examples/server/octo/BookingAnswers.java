package io.travelsuite.examples.server.octo;

import io.travelsuite.booking.BookedLine;
import io.travelsuite.booking.Booking;
import io.travelsuite.booking.BookingState;
import io.travelsuite.booking.UnitState;
import io.travelsuite.price.Price;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A booking in OCTO's words: the library's state of it, and the server's reservation. */
final class BookingAnswers {

  private final Products products;
  private final Slots slots;

  BookingAnswers(Products products, Slots slots) {
    this.products = products;
    this.slots = slots;
  }

  Slots slots() {
    return slots;
  }

  /** OCTO's word for the state. A booking nobody came for is still a confirmed one. */
  static String status(BookingState state) {
    return switch (state) {
      case HELD -> "ON_HOLD";
      case CONFIRMED, NO_SHOW -> "CONFIRMED";
      case EXPIRED -> "EXPIRED";
      case RELEASED, CANCELLED -> "CANCELLED";
      case REDEEMED -> "REDEEMED";
    };
  }

  /** Whether a booking may be changed or cancelled: a hold always, later until the cutoff. */
  static boolean cancellable(Booking booking, @Nullable Slot slot, Instant now) {
    return booking.state() == BookingState.HELD
        || (booking.state() == BookingState.CONFIRMED
            && slot != null
            && now.isBefore(slot.cancelUntil()));
  }

  Answers.Booking answer(Booking booking, Reservation kept, Capabilities asked, Instant now) {
    Reservation.Details details = kept.details();
    Slot slot = products.slot(slots, details.booked()).orElse(null);
    List<Answers.UnitItem> items = items(booking, details.booked(), asked);
    return new Answers.Booking(
        kept.uuid().toString(),
        kept.uuid().toString(),
        false,
        details.told().resellerReference(),
        booking.reference(),
        status(booking.state()),
        Texts.utc(booking.createdAt()),
        Texts.utc(details.moments().updated()),
        expiry(booking),
        null,
        Texts.utcOrNull(details.moments().confirmed()),
        details.booked().productId(),
        details.booked().optionId(),
        cancellable(booking, slot, now),
        cancellation(booking, details.moments()),
        false,
        details.booked().availabilityId(),
        availability(slot, asked),
        details.told().contactOrNobody(),
        details.told().notes(),
        List.of("VOUCHER"),
        voucher(booking),
        items,
        total(items));
  }

  private Answers.@Nullable Availability availability(@Nullable Slot slot, Capabilities asked) {
    if (slot == null) {
      return null;
    }
    Described described = products.described(slot.offer(), asked);
    return slot.answer(
        new Slot.More(null, null, described == null ? null : described.slot(slot.option())));
  }

  private static @Nullable String expiry(Booking booking) {
    return booking.state() == BookingState.HELD || booking.state() == BookingState.EXPIRED
        ? Texts.utcOrNull(booking.expiresAt())
        : null;
  }

  private static Answers.@Nullable Pricing total(List<Answers.UnitItem> items) {
    return Pricings.sum(
        items.stream().map(Answers.UnitItem::pricing).filter(Objects::nonNull).toList());
  }

  private static Answers.@Nullable Cancellation cancellation(
      Booking booking, Reservation.Moments moments) {
    Instant at = moments.cancelled();
    Instant updated = moments.updated();
    return switch (booking.state()) {
      case EXPIRED ->
          new Answers.Cancellation(
              "NONE", "the hold expired", Texts.utc(orElse(booking.expiresAt(), updated)));
      case RELEASED ->
          new Answers.Cancellation("NONE", moments.cancelReason(), Texts.utc(orElse(at, updated)));
      case CANCELLED ->
          new Answers.Cancellation("FULL", moments.cancelReason(), Texts.utc(orElse(at, updated)));
      default -> null;
    };
  }

  private static Instant orElse(@Nullable Instant instant, Instant other) {
    return instant == null ? other : instant;
  }

  /** The voucher is the reference, as a QR code. */
  private static Answers.@Nullable Ticket voucher(Booking booking) {
    return booking.state() == BookingState.CONFIRMED || booking.state() == BookingState.REDEEMED
        ? new Answers.Ticket(
            "DIGITAL", null, List.of(new Answers.DeliveryOption("QRCODE", booking.reference())))
        : null;
  }

  /** The n-th item of a unit is the n-th place in the line of that unit. */
  private static List<Answers.UnitItem> items(
      Booking booking, Reservation.Booked booked, Capabilities asked) {
    Map<String, BookedLine> lines = new HashMap<>();
    booking.lines().forEach(line -> lines.put(String.valueOf(line.fareUnit()), line));
    Map<String, Integer> places = new HashMap<>();
    List<Answers.UnitItem> items = new ArrayList<>();
    for (Reservation.Item item : booked.unitItems()) {
      int place = places.merge(item.unitId(), 1, Integer::sum) - 1;
      Place at = Place.of(lines.get(item.unitId()), place);
      items.add(
          new Answers.UnitItem(
              item.uuid().toString(),
              item.resellerReference(),
              at.seat(),
              item.unitId(),
              at.used() ? "REDEEMED" : status(booking.state()),
              null,
              item.contact(),
              null,
              asked.pricing() ? at.price() : null));
    }
    return items;
  }

  /** What the library has of one unit: its seat, whether it was used, and what it costs. */
  private record Place(@Nullable String seat, boolean used, Answers.@Nullable Pricing price) {

    static Place of(@Nullable BookedLine line, int place) {
      if (line == null || place >= line.units().size()) {
        return new Place(null, false, null);
      }
      Price price = line.price();
      return new Place(
          line.seats().isEmpty() ? null : line.seats().get(place),
          line.units().get(place) == UnitState.REDEEMED,
          price == null ? null : Pricings.of(null, price));
    }
  }
}
