package io.travelsuite.notify.ticket;

import io.travelsuite.InvalidRequestException;
import io.travelsuite.booking.BookingId;
import io.travelsuite.inventory.OccurrenceId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The layout of a ticket, version 1, big-endian: version (1 byte), key id (2), booking (16), line
 * (2), unit (2), units (2), issue (4), occurrence (16), not before and expiry in seconds since 1970
 * (4 each, unsigned), and then the signature (64).
 *
 * <p>No length is in it and each ticket has one form: what is cut or has something added is none.
 */
final class TicketBytes {

  static final int VERSION = 1;
  static final int SIGNATURE = 64;
  static final int PAYLOAD = 53;
  static final int LENGTH = PAYLOAD + SIGNATURE;

  /** Keeps what is signed here from being taken for anything else the key may sign. */
  private static final byte[] CONTEXT = "travel-suite ticket".getBytes(StandardCharsets.US_ASCII);

  private TicketBytes() {}

  static byte[] payload(int keyId, Ticket ticket) {
    ByteBuffer bytes = ByteBuffer.allocate(PAYLOAD);
    bytes.put((byte) VERSION).putShort((short) keyId);
    put(bytes, ticket.serial().booking().value());
    bytes.putShort((short) ticket.serial().line());
    bytes.putShort((short) ticket.serial().unit());
    bytes.putShort((short) ticket.units()).putInt(ticket.issue());
    put(bytes, ticket.occurrence().value());
    bytes.putInt((int) ticket.notBefore().getEpochSecond());
    bytes.putInt((int) ticket.expiresAt().getEpochSecond());
    return bytes.array();
  }

  static byte[] signedPart(byte[] payload) {
    return ByteBuffer.allocate(CONTEXT.length + PAYLOAD)
        .put(CONTEXT)
        .put(payload, 0, PAYLOAD)
        .array();
  }

  static int keyId(byte[] ticket) {
    return ByteBuffer.wrap(ticket).getShort(1) & 0xffff;
  }

  /** {@return what it says, or empty when a value is out of its range} */
  static Optional<Ticket> read(byte[] ticket) {
    ByteBuffer bytes = ByteBuffer.wrap(ticket, 3, PAYLOAD - 3);
    BookingId booking = new BookingId(uuid(bytes));
    TicketSerial serial = new TicketSerial(booking, unsigned(bytes), unsigned(bytes));
    int units = unsigned(bytes);
    int issue = bytes.getInt();
    OccurrenceId occurrence = new OccurrenceId(uuid(bytes));
    try {
      return Optional.of(
          new Ticket(serial, issue, occurrence, units, seconds(bytes), seconds(bytes)));
    } catch (InvalidRequestException outOfRange) {
      return Optional.empty();
    }
  }

  private static int unsigned(ByteBuffer bytes) {
    return bytes.getShort() & 0xffff;
  }

  private static Instant seconds(ByteBuffer bytes) {
    return Instant.ofEpochSecond(bytes.getInt() & 0xffff_ffffL);
  }

  private static UUID uuid(ByteBuffer bytes) {
    return new UUID(bytes.getLong(), bytes.getLong());
  }

  private static void put(ByteBuffer bytes, UUID id) {
    bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
  }
}
