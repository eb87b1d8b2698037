package io.travelsuite.examples.server.octo;

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
 * @param supplierReference the booking's reference in the library
 * @param fingerprint of the request that made it
 * @param details the rest
 */
record Reservation(
    UUID uuid, String reseller, String supplierReference, String fingerprint, Details details) {

  /**
   * What may change.
   *
   * @param booked what it is for
   * @param told what the reseller tells of it
   * @param moments when things happened
   */
  record Details(Booked booked, Told told, Moments moments) {

    /** The same, changed in nothing but the moments. */
    Details at(Moments other) {
      return new Details(booked, told, other);
    }

    /** The same as when nobody had told of anybody. */
    Details withoutPersons() {
      return new Details(
          booked.units(booked.unitItems().stream().map(Item::withoutPerson).toList()),
          new Told(null, null, null),
          new Moments(moments.updated(), moments.confirmed(), moments.cancelled(), null));
    }
  }

  /** What is booked: a slot, by the ids that resellers know, and its units. */
  record Booked(String productId, String optionId, String availabilityId, List<Item> unitItems) {

    Booked {
      unitItems = List.copyOf(unitItems);
    }

    static Booked of(Slot slot, List<Item> items) {
      return new Booked(slot.offer().product().code(), slot.option().code(), slot.id(), items);
    }

    /** The same for other units. */
    Booked units(List<Item> items) {
      return new Booked(productId, optionId, availabilityId, items);
    }
  }

  /** What the reseller tells; null is not told. */
  record Told(
      @Nullable String resellerReference, @Nullable String notes, @Nullable Contact contact) {

    /** The same with what is told since. */
    Told with(Told since) {
      return new Told(
          since.resellerReference == null ? resellerReference : since.resellerReference,
          since.notes == null ? notes : since.notes,
          since.contact == null ? contact : since.contact);
    }

    Contact contactOrNobody() {
      return contact == null ? Contact.NOBODY : contact;
    }
  }

  /** When things happened, as the database's clock told, and why it was cancelled. */
  record Moments(
      Instant updated,
      @Nullable Instant confirmed,
      @Nullable Instant cancelled,
      @Nullable String cancelReason) {

    static Moments made(Instant at) {
      return new Moments(at, null, null, null);
    }

    Moments updated(Instant at) {
      return new Moments(at, confirmed, cancelled, cancelReason);
    }

    Moments confirmed(Instant at) {
      return new Moments(at, at, null, null);
    }

    Moments cancelled(Instant at, @Nullable String reason) {
      return new Moments(at, confirmed, at, reason);
    }
  }

  /** A unit and who it is for. */
  record Item(UUID uuid, String unitId, @Nullable String resellerReference, Contact contact) {

    Item withoutPerson() {
      return new Item(uuid, unitId, null, Contact.NOBODY);
    }
  }

  /** The same with other details. */
  Reservation details(Details other) {
    return new Reservation(uuid, reseller, supplierReference, fingerprint, other);
  }
}
