package io.travelsuite.jdbc;

import io.travelsuite.booking.BookingId;
import io.travelsuite.inventory.OperatorId;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The bookings that are there under keys and ids: those found, and those being made. */
final class EarlierHolds {

  private final Map<BookingId, StoredBooking> byId = new HashMap<>();
  private final Map<OperatorKey, StoredBooking> byKey = new HashMap<>();

  /** A key is unique per operator. */
  record OperatorKey(OperatorId operator, String key) {}

  /**
   * Looks keys and ids up, all in one statement each.
   *
   * @param past whether to look past a stale snapshot, one by one, by locking reads
   */
  static EarlierHolds find(Handle handle, List<HoldKey> wanted, boolean past) {
    Set<BookingId> ids = new LinkedHashSet<>();
    Set<OperatorKey> keys = new LinkedHashSet<>();
    for (HoldKey hold : wanted) {
      if (hold.id() != null) {
        ids.add(hold.id());
      }
      if (hold.key() != null) {
        keys.add(new OperatorKey(hold.operator(), hold.key()));
      }
    }
    EarlierHolds found = new EarlierHolds();
    if (past) {
      keys.forEach(key -> BookingReader.lockKey(handle, key).ifPresent(ids::add));
      BookingReader.lock(handle, ids, true).forEach(found::add);
    } else {
      BookingReader.read(handle, ids).forEach(found::add);
      BookingReader.byKeys(handle, keys).forEach(found::add);
    }
    return found;
  }

  /** The booking under the same id or key, or null. */
  @Nullable StoredBooking find(@Nullable HoldKey wanted) {
    if (wanted == null) {
      return null;
    }
    StoredBooking found = wanted.id() == null ? null : byId.get(wanted.id());
    if (found == null && wanted.key() != null) {
      found = byKey.get(new OperatorKey(wanted.operator(), wanted.key()));
    }
    return found;
  }

  void add(StoredBooking stored) {
    byId.put(stored.booking().id(), stored);
    if (stored.booking().key() != null) {
      String key = Objects.requireNonNull(stored.booking().key());
      byKey.put(new OperatorKey(stored.booking().operator(), key), stored);
    }
  }
}
