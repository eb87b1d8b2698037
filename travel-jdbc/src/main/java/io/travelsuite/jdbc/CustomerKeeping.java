package io.travelsuite.jdbc;

import io.travelsuite.booking.BookingId;
import io.travelsuite.booking.Customer;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.inventory.OperatorId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the customers of bookings are kept: as they are, or sealed. Asked where nothing is locked and
 * no connection is held, since keys may be a server's. Thread-safe.
 */
interface CustomerKeeping {

  /** As they are: where no keys are configured. What others have sealed is not to be seen here. */
  CustomerKeeping PLAIN =
      new CustomerKeeping() {
        @Override
        public boolean seals() {
          return false;
        }

        @Override
        public List<Fingerprint> fingerprints(HoldRequest request) {
          return List.of(Fingerprint.of(request));
        }

        @Override
        public @Nullable SealedCustomer seal(OperatorId operator, BookingId id, Customer customer) {
          return null;
        }

        @Override
        public Customer open(SealedCustomer sealed) {
          return Customer.UNKNOWN;
        }
      };

  /** Whether there are keys. */
  boolean seals();

  /** What is stored of a request, and behind it what may be stored of the same one. */
  List<Fingerprint> fingerprints(HoldRequest request);

  /** The customer of a new booking, sealed by a new key; null where nothing is. */
  @Nullable SealedCustomer seal(OperatorId operator, BookingId id, Customer customer);

  /** The customer; {@link Customer#UNKNOWN} when the keys were destroyed. */
  Customer open(SealedCustomer sealed);
}
