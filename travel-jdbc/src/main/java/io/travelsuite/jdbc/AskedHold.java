package io.travelsuite.jdbc;

import com.github.f4b6a3.uuid.UuidCreator;
import io.travelsuite.booking.BookingId;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.inventory.OperatorId;
import java.util.List;

/**
 * A request for a hold with what will be stored of it: made by the caller, before it waits.
 *
 * @param request what is asked for
 * @param operator of whom
 * @param id of the booking to be made
 * @param fingerprints of this request, and behind it those that may be stored of the same one
 * @param origin what will be stored
 */
record AskedHold(
    HoldRequest request,
    OperatorId operator,
    BookingId id,
    List<Fingerprint> fingerprints,
    Origin origin) {

  static AskedHold of(HoldRequest request, OperatorId operator, CustomerKeeping keeping) {
    BookingId chosen = request.id();
    BookingId id = chosen == null ? new BookingId(UuidCreator.getTimeOrderedEpoch()) : chosen;
    List<Fingerprint> fingerprints = keeping.fingerprints(request);
    SealedCustomer customer = keeping.seal(operator, id, request.customer());
    return new AskedHold(
        request, operator, id, fingerprints, new Origin(fingerprints.get(0), customer));
  }
}
