package io.travelsuite.jdbc.crash;

import io.travelsuite.booking.Booking;
import io.travelsuite.booking.BookingId;
import io.travelsuite.booking.BookingState;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a customer was told of a booking; also as a line of a child process's output. */
public record Told(String key, BookingId id, int version, BookingState state) {

  /** Its end shows that the line was written whole. */
  private static final Pattern LINE = Pattern.compile("TOLD (\\S+) (\\S+) (\\d+) (\\w+)\\.");

  /** Of a booking that has a key. */
  public static Told of(Booking booking) {
    return new Told(booking.key(), booking.id(), booking.version(), booking.state());
  }

  static Optional<Told> parse(String line) {
    Matcher parts = LINE.matcher(line);
    if (!parts.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        new Told(
            parts.group(1),
            BookingId.of(parts.group(2)),
            Integer.parseInt(parts.group(3)),
            BookingState.valueOf(parts.group(4))));
  }

  String line() {
    return "TOLD " + key + " " + id + " " + version + " " + state + ".";
  }

  /** Whether the booking is where it was told to be, or further. */
  boolean reachedBy(Booking stored) {
    return stored.version() > version || of(stored).equals(this);
  }
}
