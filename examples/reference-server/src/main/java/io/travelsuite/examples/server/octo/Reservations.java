package io.travelsuite.examples.server.octo;

import io.travelsuite.Travel;
import io.travelsuite.booking.Booking;
import io.travelsuite.booking.BookingId;
import io.travelsuite.booking.BookingResult;
import io.travelsuite.booking.Held;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.booking.HoldResult;
import io.travelsuite.examples.server.answer.Answer;
import io.travelsuite.examples.server.answer.Refusals;
import io.travelsuite.examples.server.catalogue.Offer;
import io.travelsuite.examples.server.catalogue.Option;
import io.travelsuite.jdbc.HostTransactions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes holds, and finds bookings.
 *
 * <p>The library's hold comes first and decides alone, combined with all others that wait; the
 * server's row follows. A crash between the two leaves a hold that nobody was told of: it expires,
 * or the same request makes its row.
 */
final class Reservations {

  private static final int MINUTES = 30;
  private static final int MOST_MINUTES = 120;
  private static final int MOST_REFERENCE = 255;
  private static final int MOST_NOTES = 2_000;

  private final Travel travel;
  private final HostTransactions transactions;
  private final ReservationTable table;
  private final Products products;
  private final BookingAnswers answers;
  private final Fingerprints fingerprints;
  private final InstantSource clock;

  Reservations(Octo octo) {
    this.travel = octo.travel();
    this.transactions = octo.transactions();
    this.table = octo.table();
    this.products = octo.products();
    this.answers = octo.answers();
    this.fingerprints = octo.fingerprints();
    this.clock = octo.clock();
  }

  /** Holds what a request asks for, once however often it is sent. */
  Answers.Booking reserve(Caller caller, Requests.Reservation asked) {
    UUID uuid = asked.uuid() == null ? UUID.randomUUID() : Texts.uuid(asked.uuid());
    List<String> same = fingerprints.of(asked);
    Optional<Reservation> before =
        transactions.run((connection, joined) -> table.find(connection, uuid));
    if (before.isPresent()) {
      return repeated(caller, before.get(), same);
    }
    Offer offer = products.offer(asked.productId());
    Option option = Products.option(offer, asked.optionId());
    List<Reservation.Item> items = UnitItems.of(option, asked.unitItems(), List.of());
    String id = Texts.required("availabilityId", asked.availabilityId());
    Slot slot =
        answers
            .slots()
            .find(offer, option, id)
            .orElseThrow(() -> OctoException.noAvailability(Texts.shown(id)));
    Reservation.Told told = told(asked);
    Held held = hold(uuid, lifetime(asked.expirationMinutes()), slot, items);
    Reservation.Details details =
        new Reservation.Details(
            Reservation.Booked.of(slot, items),
            told,
            Reservation.Moments.made(held.booking().createdAt()));
    String reference = held.booking().reference();
    return repeated(
        caller,
        kept(new Reservation(uuid, caller.reseller(), reference, same.get(0), details)),
        same);
  }

  /** The row of a uuid: this one, or one that another request made first. */
  private Reservation kept(Reservation made) {
    return transactions.run(
        (connection, joined) -> {
          table.addIfAbsent(connection, made);
          Reservation kept = table.lock(connection, made.uuid()).orElseThrow();
          table.index(connection, kept);
          return kept;
        });
  }

  private Answers.Booking repeated(Caller caller, Reservation kept, List<String> same) {
    if (!kept.reseller().equals(caller.reseller()) || !same.contains(kept.fingerprint())) {
      throw usedBefore(kept.uuid());
    }
    return answer(caller, kept);
  }

  private static Reservation.Told told(Requests.Reservation asked) {
    if (asked.currency() != null && !asked.currency().equals("EUR")) {
      throw OctoException.badRequest("currency must be EUR");
    }
    return new Reservation.Told(
        reference(asked.resellerReference()),
        notes(asked.notes()),
        asked.contact() == null ? null : asked.contact().checked());
  }

  static @Nullable String reference(@Nullable String text) {
    return Texts.check("resellerReference", text, MOST_REFERENCE);
  }

  static @Nullable String notes(@Nullable String text) {
    return Texts.check("notes", text, MOST_NOTES);
  }

  /** How long to hold; what is above the supplier's limit is cut to it, as OCTO has it. */
  static Duration lifetime(@Nullable Integer minutes) {
    int asked = minutes == null ? MINUTES : minutes;
    if (asked < 1) {
      throw OctoException.badRequest("expirationMinutes must be 1 at least");
    }
    return Duration.ofMinutes(Math.min(MOST_MINUTES, asked));
  }

  private Held hold(UUID uuid, Duration lifetime, Slot slot, List<Reservation.Item> items) {
    UnitItems.checkCount(slot, items);
    HoldResult result =
        travel
            .bookings()
            .hold(
                HoldRequest.of(UnitItems.lines(slot, items))
                    .id(new BookingId(uuid))
                    .lifetime(lifetime)
                    .channel(Slots.CHANNEL));
    if (result instanceof Held held) {
      return held;
    }
    throw refusal(uuid, result);
  }

  /** A refusal of the library in OCTO's words. */
  static OctoException refusal(UUID uuid, BookingResult result) {
    if (!(Refusals.of(result) instanceof Answer.Refused<Booking> no)) {
      throw new IllegalArgumentException("no refusal: " + result);
    }
    return switch (no.why()) {
      case KEY_USED -> usedBefore(uuid);
      case BUSY -> OctoException.of(OctoException.Code.INTERNAL_SERVER_ERROR, no.detail());
      default -> OctoException.unprocessable(no.detail());
    };
  }

  private static OctoException usedBefore(UUID uuid) {
    return OctoException.badUuid(uuid.toString(), "the uuid was used before, with another request");
  }

  /** A booking of the caller. */
  Answers.Booking find(Caller caller, String uuid) {
    UUID id = Texts.uuid(uuid);
    Reservation found =
        own(caller, id, transactions.run((connection, joined) -> table.find(connection, id)));
    return answer(caller, found);
  }

  /** The caller's bookings that a filter lets through. */
  List<Answers.Booking> list(Caller caller, Requests.BookingList asked) {
    boolean dated = asked.localDateStart() != null || asked.localDateEnd() != null;
    if (asked.resellerReference() == null && asked.supplierReference() == null && !dated) {
      throw OctoException.badRequest(
          "one of resellerReference, supplierReference, localDate, and localDateStart with"
              + " localDateEnd is needed");
    }
    ReservationTable.Filter filter =
        new ReservationTable.Filter(
            reference(asked.resellerReference()),
            asked.supplierReference(),
            dated ? Availabilities.range(asked.localDateStart(), asked.localDateEnd()) : null);
    List<Reservation> found =
        transactions.run((connection, joined) -> table.list(connection, caller.reseller(), filter));
    return found.stream()
        .filter(one -> matches(asked.productId(), one.details().booked().productId()))
        .filter(one -> matches(asked.optionId(), one.details().booked().optionId()))
        .map(one -> answer(caller, one))
        .toList();
  }

  private static boolean matches(@Nullable String asked, String is) {
    return asked == null || asked.equals(is);
  }

  /** Somebody else's booking is as good as none. */
  static Reservation own(Caller caller, UUID uuid, Optional<Reservation> found) {
    return found
        .filter(one -> one.reseller().equals(caller.reseller()))
        .orElseThrow(
            () -> OctoException.badUuid(uuid.toString(), "there is no booking of that uuid"));
  }

  /** A booking as it stands now. */
  Answers.Booking answer(Caller caller, Reservation kept) {
    Booking booking = travel.bookings().find(new BookingId(kept.uuid())).orElseThrow();
    return answers.answer(booking, kept, caller.capabilities(), clock.instant());
  }
}
