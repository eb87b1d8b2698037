package io.travelsuite.notify.ticket;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.booking.BookingId;

/**
 * Which ticket: the same for the booking's life, however often it is issued.
 *
 * @param booking the booking
 * @param line the line's number, 0 to 65,535
 * @param unit the place of its first unit in the line, 0 to 65,535
 */
public record TicketSerial(BookingId booking, int line, int unit) {

  /** Checks the ranges. */
  public TicketSerial {
    unless(line >= 0 && line <= 0xffff, "line", line, "must be 0 to 65,535");
    unless(unit >= 0 && unit <= 0xffff, "unit", unit, "must be 0 to 65,535");
  }
}
