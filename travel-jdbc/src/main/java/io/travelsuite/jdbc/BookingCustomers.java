package io.travelsuite.jdbc;

import io.travelsuite.TravelException;
import io.travelsuite.booking.Booking;
import io.travelsuite.booking.BookingResult;
import io.travelsuite.jdbc.Transactions.Freshness;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Gives bookings their customers, which stay sealed as long as something is locked or a connection
 * is held.
 */
final class BookingCustomers {

  private final Transactions transactions;
  private final CustomerKeeping keeping;

  BookingCustomers(Transactions transactions, CustomerKeeping keeping) {
    this.transactions = transactions;
    this.keeping = keeping;
  }

  CustomerKeeping keeping() {
    return keeping;
  }

  /**
   * A booking as the world sees it, but for its customer.
   *
   * @param booking the booking
   * @param customer sealed, or null where the booking tells it
   */
  record Seen(Booking booking, @Nullable SealedCustomer customer) {}

  /** Bookings with the keys of their customers, by one more query where some are sealed. */
  List<Seen> see(Handle handle, List<StoredBooking> found, Instant now) {
    List<SealedCustomer> sealed =
        found.stream().flatMap(stored -> stored.sealed().stream()).toList();
    Map<UUID, SubjectKeyRow> keys =
        sealed.isEmpty() || !keeping.seals() ? Map.of() : SubjectKeyTable.of(handle, sealed);
    return found.stream()
        .map(
            stored -> {
              UUID id = stored.booking().id().value();
              SealedCustomer customer =
                  stored.sealed().map(one -> one.with(keys.get(id))).orElse(null);
              return new Seen(stored.asOf(now), customer);
            })
        .toList();
  }

  /** The booking with its customer. */
  Booking open(Seen seen) {
    return seen.customer() == null
        ? seen.booking()
        : Revision.of(seen.booking()).customer(keeping.open(seen.customer())).unchangedVersion();
  }

  /**
   * An answer with the customer in it. What was written stays written when the keys can't be had:
   * then the answer is without.
   */
  <R extends BookingResult> R open(Class<R> answers, R result, @Nullable SealedCustomer sealed) {
    Booking booking = ResultBooking.of(result);
    if (sealed == null || booking == null || !keeping.seals()) {
      return result;
    }
    try {
      Booking whole = open(new Seen(booking, withKeys(sealed)));
      return answers.cast(ResultBooking.with(result, whole));
    } catch (TravelException keysAreAway) {
      return result;
    }
  }

  private SealedCustomer withKeys(SealedCustomer sealed) {
    if (sealed.keys() != null) {
      return sealed;
    }
    UUID id = sealed.booking().value();
    return sealed.with(
        transactions
            .read(Freshness.LOCAL, handle -> SubjectKeyTable.of(handle, List.of(sealed)))
            .get(id));
  }
}
