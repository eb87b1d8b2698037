package io.travelsuite.notify.ticket;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.inventory.OccurrenceId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What a ticket says. Nothing of it is personal.
 *
 * @param serial which ticket
 * @param issue counts how often it was issued, such as the booking's version; 1 to 2³¹ − 1. A
 *     higher one replaces the lower ones
 * @param occurrence what it is for
 * @param units how many units it lets in, 1 to 65,535
 * @param notBefore from when it is good; whole seconds, 1970 to 2106
 * @param expiresAt from when it is no longer good; whole seconds, after {@code notBefore}
 */
public record Ticket(
    TicketSerial serial,
    int issue,
    OccurrenceId occurrence,
    int units,
    Instant notBefore,
    Instant expiresAt) {
  private static final long MOST_SECONDS = 0xffff_ffffL;

  /** Checks the ranges; parts of seconds are cut off. */
  public Ticket {
    unless(issue >= 1, "issue", issue, "must be positive");
    unless(units >= 1 && units <= 0xffff, "units", units, "must be 1 to 65,535");
    notBefore = notBefore.truncatedTo(ChronoUnit.SECONDS);
    expiresAt = expiresAt.truncatedTo(ChronoUnit.SECONDS);
    boolean inRange = notBefore.getEpochSecond() >= 0 && expiresAt.getEpochSecond() <= MOST_SECONDS;
    unless(inRange, "expiresAt", expiresAt, "must be 1970 to 2106");
    unless(expiresAt.isAfter(notBefore), "expiresAt", expiresAt, "must be after " + notBefore);
  }
}
