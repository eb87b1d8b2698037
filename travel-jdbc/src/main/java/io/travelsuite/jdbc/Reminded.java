package io.travelsuite.jdbc;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;

/**
 * Somebody who is reminded of something.
 *
 * @param booking whose
 * @param about the occurrence, or the booking itself
 * @param occasion when and where that is
 */
record Reminded(RemindedBooking booking, UUID about, Occasion occasion) {

  private static final int VERSION_8 = 0x8000;
  private static final long VARIANT = 0x8000_0000_0000_0000L;

  /** When and where something is. */
  record Occasion(Instant moment, ZoneId zone) {}

  /** A booking, as far as reminders need it. */
  record RemindedBooking(
      UUID id, UUID operator, String reference, String state, int version, Instant bookedAt) {}

  /**
   * The event's id: a UUID of version 8 that follows from whom it reminds of what, by which rule
   * and of which moment, and begins with when it is due, as those of version 7 begin with when they
   * were made, so that events are read in about their order.
   */
  UUID eventId(String rule, Instant due) {
    byte[] name = rule.getBytes(StandardCharsets.US_ASCII);
    ByteBuffer content = ByteBuffer.allocate(40 + name.length);
    for (UUID id : new UUID[] {booking.id(), about}) {
      content.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    }
    content.putLong(UtcTime.micros(occasion.moment())).put(name);
    ByteBuffer hash = ByteBuffer.wrap(Sha256.of(content.array()));
    long high = (due.toEpochMilli() << 16) | VERSION_8 | (hash.getShort() & 0xfff);
    return new UUID(high, VARIANT | (hash.getLong() >>> 2));
  }
}
