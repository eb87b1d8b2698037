package io.travelsuite.notify.ticket;

import org.jspecify.annotations.Nullable;

/** What a gate is told of a ticket. */
public sealed interface TicketResult {

  /**
   * Signed by a known key, within its time, and not replaced. Whether somebody came in with it
   * before is another question: redeem the unit.
   *
   * @param ticket what it says
   */
  record Valid(Ticket ticket) implements TicketResult {}

  /**
   * Not to be let in.
   *
   * @param reason why
   * @param ticket what it says, where the signature was good; else null
   */
  record Refused(Reason reason, @Nullable Ticket ticket) implements TicketResult {}

  /** Why a ticket is refused. */
  enum Reason {
    /** No ticket at all, or one that was cut or scanned wrong. */
    MALFORMED,
    /** Of a version that this verifier does not read. */
    UNKNOWN_VERSION,
    /** Signed by a key that this verifier was not given. */
    UNKNOWN_KEY,
    /** Not signed by the key that it names. */
    WRONG_SIGNATURE,
    /** Not good yet. */
    TOO_EARLY,
    /** No longer good. */
    EXPIRED,
    /** A newer issue of the same ticket replaced it. */
    REPLACED,
    /** No issue of it is good. */
    REVOKED
  }
}
