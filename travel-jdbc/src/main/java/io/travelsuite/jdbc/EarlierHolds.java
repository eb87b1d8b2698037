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

  private final Handle handle;
  private final Set<BookingId> ids = new LinkedHashSet<>();
  private final Set<OperatorKey> keys = new LinkedHashSet<>();
  private final Map<BookingId, StoredBooking> byId = new HashMap<>();
  private final Map<OperatorKey, StoredBooking> byKey = new HashMap<>();
  private boolean lookedUp;

  /** A key is unique per operator. */
  record OperatorKey(OperatorId operator, String key) {}

  private EarlierHolds(Handle handle, List<HoldKey> wanted) {
    this.handle = handle;
    for (HoldKey hold : wanted) {
      if (hold.id() != null) {
        ids.add(hold.id());
      }
      if (hold.key() != null) {
        keys.add(new OperatorKey(hold.operator(), hold.key()));
      }
    }
  }

  static EarlierHolds of(Handle handle, List<HoldKey> wanted, KeyLookup lookup) {
    EarlierHolds earlier = new EarlierHolds(handle, wanted);
    switch (lookup) {
      case FIRST -> earlier.lookUp();
      case PAST_SNAPSHOT -> earlier.lookUpPastSnapshot();
      case BEFORE_REFUSING -> {}
    }
    return earlier;
  }

  /** Looks all keys and ids up, in one statement each, if that was not done. */
  void lookUp() {
    if (!lookedUp) {
      lookedUp = true;
      BookingReader.read(handle, ids).forEach(this::add);
      BookingReader.byKeys(handle, keys).forEach(this::add);
    }
  }

  private void lookUpPastSnapshot() {
    lookedUp = true;
    keys.forEach(key -> BookingReader.lockKey(handle, key).ifPresent(ids::add));
    BookingReader.lock(handle, ids, true).forEach(this::add);
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
