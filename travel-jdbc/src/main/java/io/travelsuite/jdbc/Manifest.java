package io.travelsuite.jdbc;

import io.travelsuite.booking.BookingId;
import io.travelsuite.booking.BookingState;
import io.travelsuite.booking.ManifestRequest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Finds a page of the bookings of an occurrence, by key. */
final class Manifest {

  private static final UUID FIRST = new UUID(0, 0);

  private Manifest() {}

  /** The bookings of the page, and one more if there is one. */
  static List<BookingId> page(Handle handle, ManifestRequest request, Instant now) {
    List<String> conditions = request.states().stream().map(Manifest::condition).toList();
    Query query =
        handle.createQuery(
            """
            SELECT DISTINCT l.booking_id
            FROM travel_line l FORCE INDEX (travel_line_occurrence)
            JOIN travel_booking b ON b.id = l.booking_id
            WHERE l.occurrence_id = ? AND l.booking_id > ? AND l.unit_states <> ''
              AND (%s)
            ORDER BY l.booking_id LIMIT ?
            """
                .formatted(String.join(" OR ", conditions)));
    bind(query, request, now);
    return query
        .map((row, context) -> new BookingId(BinaryId.uuid(row.getBytes("booking_id"))))
        .list();
  }

  private static void bind(Query query, ManifestRequest request, Instant now) {
    BookingId after = request.after();
    query.bind(0, BinaryId.bytes(request.occurrence().value()));
    query.bind(1, BinaryId.bytes(after == null ? FIRST : after.value()));
    int position = 2;
    for (BookingState state : request.states()) {
      query.bind(position++, stored(state).name());
      if (state == BookingState.HELD || state == BookingState.EXPIRED) {
        query.bind(position++, UtcTime.text(now));
      }
    }
    query.bind(position, request.limit() + 1);
  }

  /** A hold past its time is EXPIRED, whether or not it is stored so. */
  private static String condition(BookingState state) {
    return switch (state) {
      case HELD -> "b.state = ? AND b.expires_at > ?";
      case EXPIRED -> "b.state = 'EXPIRED' OR b.state = ? AND b.expires_at <= ?";
      default -> "b.state = ?";
    };
  }

  private static BookingState stored(BookingState state) {
    return state == BookingState.EXPIRED ? BookingState.HELD : state;
  }
}
