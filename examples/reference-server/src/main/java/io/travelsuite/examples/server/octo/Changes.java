package io.travelsuite.examples.server.octo;

import io.travelsuite.Travel;
import io.travelsuite.booking.BookedLine;
import io.travelsuite.booking.Booking;
import io.travelsuite.booking.BookingId;
import io.travelsuite.booking.BookingResult;
import io.travelsuite.booking.BookingState;
import io.travelsuite.booking.Change;
import io.travelsuite.booking.Confirmation;
import io.travelsuite.booking.Refusal;
import io.travelsuite.booking.WrongState;
import io.travelsuite.examples.server.catalogue.Offer;
import io.travelsuite.examples.server.catalogue.Option;
import io.travelsuite.jdbc.HostTransactions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Confirms, changes, extends and cancels bookings: each in one transaction of the server, which the
 * library joins, so that the booking and the server's row of it never disagree.
 */
final class Changes {

  private static final int MOST_REASON = 1_000;

  private final HostTransactions transactions;
  private final ReservationTable table;
  private final Products products;
  private final InstantSource clock;
  private final Reservations reservations;

  Changes(Octo octo, Reservations reservations) {
    this.reservations = reservations;
    this.transactions = octo.transactions();
    this.table = octo.table();
    this.products = octo.products();
    this.clock = octo.clock();
  }

  /** A booking while it is changed: its row is locked, and the library is joined. */
  private record Open(Travel joined, Booking booking, Reservation reservation, Instant now) {

    /** On the same connection: one more for each change could use up the pool. */
    Slots slots() {
      return new Slots(joined);
    }

    Reservation.Details details() {
      return reservation.details();
    }

    Reservation.Booked booked() {
      return reservation.details().booked();
    }

    /** The same details with the reference that is told now, if one is. */
    Reservation.Details referred(@Nullable String reference) {
      Reservation.Told told = details().told().with(new Reservation.Told(reference, null, null));
      return new Reservation.Details(booked(), told, details().moments());
    }

    UUID uuid() {
      return reservation.uuid();
    }
  }

  /** What is done to a booking: answers what is to be kept of it. */
  private interface Step {
    Reservation.Details on(Open open);
  }

  private Answers.Booking change(Caller caller, String uuid, Step step) {
    UUID id = Texts.uuid(uuid);
    Instant now = clock.instant(); // before the transaction: it takes a connection of its own
    Reservation changed =
        transactions.run(
            (connection, joined) -> {
              Reservation found = Reservations.own(caller, id, table.lock(connection, id));
              Booking booking = joined.bookings().find(new BookingId(id)).orElseThrow();
              Reservation after = found.details(step.on(new Open(joined, booking, found, now)));
              table.update(connection, after);
              table.index(connection, found, after);
              return after;
            });
    return reservations.answer(caller, changed);
  }

  /** Confirms a hold, with other units if they are told. */
  Answers.Booking confirm(Caller caller, String uuid, Requests.Confirmation asked) {
    if (asked.contact() == null) {
      throw OctoException.badRequest("contact is missing");
    }
    Contact contact = asked.contact().checked();
    String reference = Reservations.reference(asked.resellerReference());
    return change(
        caller,
        uuid,
        open -> confirmed(open, asked, new Reservation.Told(reference, null, contact)));
  }

  private Reservation.Details confirmed(
      Open open, Requests.Confirmation asked, Reservation.Told told) {
    if (open.booking().state() == BookingState.CONFIRMED) {
      return open.referred(told.resellerReference()); // sent again
    }
    if (open.booking().state() != BookingState.HELD) {
      throw notThere(open);
    }
    Slot slot = slotOf(open);
    List<Reservation.Item> items =
        asked.unitItems() == null
            ? open.booked().unitItems()
            : UnitItems.of(slot.option(), asked.unitItems(), open.booked().unitItems());
    Change swap = swap(open.booking(), slot, items);
    BookingResult result =
        open.joined().bookings().confirm(open.booking().id(), new Confirmation(null, swap));
    if (result instanceof WrongState) {
      throw notThere(open);
    }
    checkDone(open, result);
    return new Reservation.Details(
        open.booked().units(items),
        open.details().told().with(told),
        open.details().moments().confirmed(open.now()));
  }

  /** A hold that has ended is no booking any more, as OCTO has it. */
  private static OctoException notThere(Open open) {
    return OctoException.badUuid(
        open.uuid().toString(),
        "the hold has ended: it is " + BookingAnswers.status(open.booking().state()));
  }

  /** Changes what a booking is for, while it could still be cancelled. */
  Answers.Booking update(Caller caller, String uuid, Requests.Update asked) {
    Reservation.Told told =
        new Reservation.Told(
            Reservations.reference(asked.resellerReference()),
            Reservations.notes(asked.notes()),
            asked.contact() == null ? null : asked.contact().checked());
    return change(
        caller,
        uuid,
        open -> {
          Reservation.Booked booked = moved(open, asked);
          if (open.booking().state() == BookingState.HELD) {
            extended(open, asked.expirationMinutes());
          }
          return new Reservation.Details(
              booked,
              open.details().told().with(told),
              open.details().moments().updated(open.now()));
        });
  }

  private Reservation.Booked moved(Open open, Requests.Update asked) {
    Slot before = products.slot(open.slots(), open.booked()).orElse(null);
    checkCancellable(open, before);
    Slot slot = wanted(open, asked);
    List<Reservation.Item> items =
        asked.unitItems() == null
            ? open.booked().unitItems()
            : UnitItems.of(slot.option(), asked.unitItems(), open.booked().unitItems());
    for (Reservation.Item item : items) {
      Products.checkUnit(slot.option(), item.unitId()); // another option may not have it
    }
    Change swap = swap(open.booking(), slot, items);
    if (swap != null) {
      checkDone(open, open.joined().bookings().change(open.booking().id(), swap));
    }
    return Reservation.Booked.of(slot, items);
  }

  /** The slot that an update asks for; what it does not tell stays. */
  private Slot wanted(Open open, Requests.Update asked) {
    Reservation.Booked before = open.booked();
    Offer offer = products.offer(orElse(asked.productId(), before.productId()));
    Option option = Products.option(offer, orElse(asked.optionId(), before.optionId()));
    String id = orElse(asked.availabilityId(), before.availabilityId());
    return open.slots()
        .find(offer, option, id)
        .orElseThrow(() -> OctoException.noAvailability(Texts.shown(id)));
  }

  private static String orElse(@Nullable String text, String other) {
    return text == null ? other : text;
  }

  /** The swap that gives a booking these units, or null when it has them. */
  private static @Nullable Change swap(Booking booking, Slot slot, List<Reservation.Item> items) {
    UnitItems.checkCount(slot, items);
    return UnitItems.differ(booking, slot, items)
        ? new Change(
            booking.lines().stream().map(BookedLine::number).collect(Collectors.toSet()),
            UnitItems.lines(slot, items))
        : null;
  }

  /** Lets a hold last so long from now. */
  Answers.Booking extend(Caller caller, String uuid, Requests.Extension asked) {
    int minutes = asked.expirationMinutes() == null ? 30 : asked.expirationMinutes();
    return change(
        caller,
        uuid,
        open -> {
          extended(open, minutes);
          return open.details().at(open.details().moments().updated(open.now()));
        });
  }

  private static void extended(Open open, @Nullable Integer minutes) {
    if (minutes != null) {
      checkDone(
          open,
          open.joined().bookings().extend(open.booking().id(), Reservations.lifetime(minutes)));
    }
  }

  /** Cancels a booking or gives up a hold. */
  Answers.Booking cancel(Caller caller, String uuid, Requests.Cancellation asked) {
    String reason = Texts.check("reason", asked.reason(), MOST_REASON);
    return change(
        caller,
        uuid,
        open -> {
          BookingState state = open.booking().state();
          if (state == BookingState.CANCELLED || state == BookingState.RELEASED) {
            return open.details(); // sent again
          }
          checkCancellable(open, products.slot(open.slots(), open.booked()).orElse(null));
          checkDone(
              open,
              state == BookingState.HELD
                  ? open.joined().bookings().release(open.booking().id())
                  : open.joined().bookings().cancel(open.booking().id()));
          return open.details().at(open.details().moments().cancelled(open.now(), reason));
        });
  }

  private static void checkCancellable(Open open, @Nullable Slot slot) {
    if (!BookingAnswers.cancellable(open.booking(), slot, open.now())) {
      throw OctoException.unprocessable(
          "the booking cannot be changed any more: it is "
              + BookingAnswers.status(open.booking().state())
              + ", or starts too soon");
    }
  }

  private Slot slotOf(Open open) {
    return products
        .slot(open.slots(), open.booked())
        .orElseThrow(() -> OctoException.noAvailability(open.booked().availabilityId()));
  }

  private static void checkDone(Open open, BookingResult result) {
    if (result instanceof Refusal) {
      throw Reservations.refusal(open.uuid(), result);
    }
  }
}
