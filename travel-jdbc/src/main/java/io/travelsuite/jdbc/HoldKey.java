package io.travelsuite.jdbc;

import io.travelsuite.booking.BookingId;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.inventory.OperatorId;
import org.jspecify.annotations.Nullable;

/**
 * What makes a hold safe to repeat: a key of its operator, an id of the client's choice, or both.
 *
 * @param operator whose key
 * @param key the idempotency key, or null
 * @param id the id chosen, or null
 */
record HoldKey(OperatorId operator, @Nullable String key, @Nullable BookingId id) {

  /** The key of a request, or null when it has none. */
  static @Nullable HoldKey of(HoldRequest request, OperatorId operator) {
    return request.key() == null && request.id() == null
        ? null
        : new HoldKey(operator, request.key(), request.id());
  }
}
