package io.travelsuite.jdbc;

import io.travelsuite.booking.Booking;
import io.travelsuite.booking.BookingId;
import io.travelsuite.booking.KeyedPage;
import io.travelsuite.booking.KeyedRequest;
import io.travelsuite.booking.ManifestPage;
import io.travelsuite.booking.ManifestRequest;
import io.travelsuite.jdbc.BookingCustomers.Seen;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** Looks bookings up; their customers are opened once the connection was given back. */
final class BookingQueries {

  private final Transactions transactions;
  private final DatabaseClock clock;
  private final BookingCustomers customers;

  BookingQueries(Transactions transactions, DatabaseClock clock, BookingCustomers customers) {
    this.transactions = transactions;
    this.clock = clock;
    this.customers = customers;
  }

  Optional<Booking> find(Function<Handle, Optional<StoredBooking>> query) {
    List<Seen> found =
        transactions.read(
            Transactions.Freshness.CLUSTER,
            handle -> {
              List<StoredBooking> stored = query.apply(handle).stream().toList();
              return stored.isEmpty()
                  ? List.<Seen>of()
                  : customers.see(handle, stored, clock.now(handle));
            });
    return found.stream().findFirst().map(customers::open);
  }

  KeyedPage keyed(KeyedRequest request) {
    List<Seen> found =
        transactions.read(
            Transactions.Freshness.CLUSTER,
            handle -> {
              List<BookingId> page = KeyPrefix.page(handle, request);
              return customers.see(handle, BookingReader.read(handle, page), clock.now(handle));
            });
    List<Booking> sorted =
        found.stream()
            .map(customers::open)
            .sorted(Comparator.comparing(booking -> String.valueOf(booking.key())))
            .toList();
    boolean more = sorted.size() > request.limit();
    List<Booking> page = more ? sorted.subList(0, request.limit()) : sorted;
    return new KeyedPage(page, more ? page.get(page.size() - 1).key() : null);
  }

  ManifestPage manifest(ManifestRequest request) {
    List<Seen> found =
        transactions.read(
            Transactions.Freshness.LOCAL,
            handle -> {
              Instant now = clock.now(handle);
              List<BookingId> page = Manifest.page(handle, request, now);
              return customers.see(handle, BookingReader.read(handle, page), now);
            });
    boolean more = found.size() > request.limit();
    List<Booking> page = found.stream().limit(request.limit()).map(customers::open).toList();
    return new ManifestPage(page, more ? page.get(page.size() - 1).id() : null);
  }
}
