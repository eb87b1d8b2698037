package io.travelsuite.notify.ticket;

/**
 * Which issue of a ticket is still good: the rule by which a new issue revokes the older ones.
 * Thread-safe; a gate without a network answers from what it was given.
 */
@FunctionalInterface
public interface LowestIssues {

  /** The answer for a ticket of which no issue is good. */
  int REVOKED = Integer.MAX_VALUE;

  /**
   * {@return the lowest issue that is good; 1 when all are, {@link #REVOKED} when none is}
   *
   * @param serial which ticket
   */
  int of(TicketSerial serial);
}
