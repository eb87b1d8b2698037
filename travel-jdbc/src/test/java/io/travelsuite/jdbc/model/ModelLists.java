package io.travelsuite.jdbc.model;

import io.travelsuite.booking.Booking;
import io.travelsuite.booking.BookingId;
import io.travelsuite.booking.KeyedPage;
import io.travelsuite.booking.KeyedRequest;
import io.travelsuite.booking.ManifestPage;
import io.travelsuite.booking.ManifestRequest;
import io.travelsuite.inventory.OperatorId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds and lists bookings. */
final class ModelLists {

  /** As the ids' bytes are ordered; {@code UUID.compareTo} takes the first bit for a sign. */
  static final Comparator<BookingId> BY_ID = Comparator.comparing(BookingId::toString);

  private final ModelTravel travel;

  ModelLists(ModelTravel travel) {
    this.travel = travel;
  }

  Optional<Booking> byReference(OperatorId operator, String reference) {
    String typed = reference.replaceAll("[ -]", "").toUpperCase(Locale.ROOT);
    return travel.bookings.stream()
        .filter(booking -> booking.operator.equals(operator) && booking.reference.equals(typed))
        .map(booking -> booking.asOf(travel.now()))
        .findFirst();
  }

  Optional<Booking> byKey(OperatorId operator, String key) {
    return travel.bookings.stream()
        .filter(booking -> booking.operator.equals(operator) && key.equals(booking.request.key()))
        .map(booking -> booking.asOf(travel.now()))
        .findFirst();
  }

  KeyedPage keyed(KeyedRequest request) {
    String after = request.after() == null ? "" : request.after();
    List<Booking> left =
        travel.bookings.stream()
            .map(booking -> booking.asOf(travel.now()))
            .filter(booking -> booking.operator().equals(request.operator()))
            .filter(booking -> booking.key() != null && booking.key().startsWith(request.prefix()))
            .filter(booking -> booking.key().compareTo(after) > 0)
            .sorted(Comparator.comparing(Booking::key))
            .toList();
    List<Booking> page = left.stream().limit(request.limit()).toList();
    return new KeyedPage(page, page.size() < left.size() ? page.get(page.size() - 1).key() : null);
  }

  ManifestPage manifest(ManifestRequest request) {
    BookingId after = request.after();
    List<Booking> left =
        travel.bookings.stream()
            .map(booking -> booking.asOf(travel.now()))
            .filter(booking -> request.states().contains(booking.state()))
            .filter(booking -> isOn(booking, request))
            .filter(booking -> after == null || BY_ID.compare(booking.id(), after) > 0)
            .sorted(Comparator.comparing(Booking::id, BY_ID))
            .toList();
    if (left.size() <= request.limit()) {
      return new ManifestPage(left, null);
    }
    List<Booking> page = left.subList(0, request.limit());
    return new ManifestPage(page, page.get(page.size() - 1).id());
  }

  private static boolean isOn(Booking booking, ManifestRequest request) {
    return booking.lines().stream()
        .anyMatch(line -> line.occurrence().equals(request.occurrence()));
  }
}
