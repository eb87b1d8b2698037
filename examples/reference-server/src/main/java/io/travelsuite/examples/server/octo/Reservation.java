package io.travelsuite.examples.server.octo;

import io.travelsuite.booking.Booking;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What OCTO tells of a booking and the library does not keep. The library alone knows its state and
 * what it takes.
 *
 * @param uuid the booking's id in the library too
 * @param reseller whose it is: the subject of its token
 * @param fingerprint of the request that made it
 * @param details the rest
 */
record Reservation(UUID uuid, String reseller, String fingerprint, Details details) {

  /** What may change. */
  record Details(
      String productId,
      String optionId,
      String availabilityId,
      String supplierReference,
      @Nullable String resellerReference,
      @Nullable String notes,
      Contact contact,
      List<Item> unitItems,
      Moments moments,
      @Nullable String cancelReason) {

    Details {
      unitItems = List.copyOf(unitItems);
    }

    /** What is known before it is held. */
    static Details draft(Slot slot, List<Item> items) {
      return new Details(
          slot.offer().product().code(),
          slot.option().code(),
          slot.id(),
          "",
          null,
          null,
          Contact.NOBODY,
          items,
          new Moments(Instant.EPOCH, null, null),
          null);
    }

    /** The same once it is held. */
    Details made(Booking booking) {
      return new Details(
          productId,
          optionId,
          availabilityId,
          booking.reference(),
          resellerReference,
          notes,
          contact,
          unitItems,
          new Moments(booking.createdAt(), null, null),
          cancelReason);
    }

    Details resellerReference(@Nullable String other) {
      return new Details(
          productId,
          optionId,
          availabilityId,
          supplierReference,
          other == null ? resellerReference : other,
          notes,
          contact,
          unitItems,
          moments,
          cancelReason);
    }

    Details notes(@Nullable String other) {
      return new Details(
          productId,
          optionId,
          availabilityId,
          supplierReference,
          resellerReference,
          other == null ? notes : other,
          contact,
          unitItems,
          moments,
          cancelReason);
    }

    Details contact(Contact other) {
      return new Details(
          productId,
          optionId,
          availabilityId,
          supplierReference,
          resellerReference,
          notes,
          other,
          unitItems,
          moments,
          cancelReason);
    }

    Details unitItems(List<Item> other) {
      return new Details(
          productId,
          optionId,
          availabilityId,
          supplierReference,
          resellerReference,
          notes,
          contact,
          other,
          moments,
          cancelReason);
    }

    Details moments(Moments other) {
      return new Details(
          productId,
          optionId,
          availabilityId,
          supplierReference,
          resellerReference,
          notes,
          contact,
          unitItems,
          other,
          cancelReason);
    }

    /** The same on another slot. */
    Details on(Slot slot) {
      return new Details(
          slot.offer().product().code(),
          slot.option().code(),
          slot.id(),
          supplierReference,
          resellerReference,
          notes,
          contact,
          unitItems,
          moments,
          cancelReason);
    }

    Details cancelled(@Nullable String reason, Instant at) {
      return new Details(
          productId,
          optionId,
          availabilityId,
          supplierReference,
          resellerReference,
          notes,
          contact,
          unitItems,
          new Moments(at, moments.confirmed(), at),
          reason);
    }
  }

  /** When things happened, as the database's clock told. */
  record Moments(Instant updated, @Nullable Instant confirmed, @Nullable Instant cancelled) {

    Moments updated(Instant at) {
      return new Moments(at, confirmed, cancelled);
    }
  }

  /** A unit and who it is for. */
  record Item(UUID uuid, String unitId, @Nullable String resellerReference, Contact contact) {}

  /** The same with other details. */
  Reservation details(Details other) {
    return new Reservation(uuid, reseller, fingerprint, other);
  }
}
