package io.travelsuite.examples.server.answer;

/** Why something is refused. */
public enum Why {
  /** No valid token or session. */
  UNAUTHORIZED,
  /** No product of that code. */
  NO_SUCH_PRODUCT,
  /** The product is not sold in that way. */
  NO_SUCH_OPTION,
  /** No departure of that id. */
  NO_SUCH_DEPARTURE,
  /** No booking of that id, or somebody else's. */
  NO_SUCH_BOOKING,
  /** No refund of that id. */
  NO_SUCH_REFUND,
  /** No partner's endpoint of that id. */
  NO_SUCH_PARTNER,
  /** No webhook to that partner was given up. */
  NO_SUCH_DELIVERY,
  /** Fewer are left than were asked for, or a seat is taken. */
  SOLD_OUT,
  /** It is not sold, or not so. */
  NOT_ON_SALE,
  /** The booking, departure or refund is in a state from which this does not lead on. */
  WRONG_STATE,
  /** It was changed since it was read. */
  CHANGED_MEANWHILE,
  /** The hold lasts as long as it may. */
  LONGEST_HOLD,
  /** Too many want the same at this moment. */
  BUSY,
  /** The key was used for another request. */
  KEY_USED,
  /** The booking has no price to pay. */
  NOTHING_TO_PAY,
  /** No provider of payments is set up. */
  NO_PAYMENTS,
  /** The payment was declined. */
  PAYMENT_DECLINED,
  /** The money came too late for the places, and goes back. */
  PAID_TOO_LATE,
  /** More is asked back than is there. */
  REFUND_TOO_MUCH,
  /** The booking was not paid here. */
  NOT_PAID,
  /** No role of theirs permits it. */
  NOT_PERMITTED,
  /** It takes a second person, and this is not one. */
  SECOND_PERSON_NEEDED,
  /** More is taken than would be left to sell. */
  BELOW_TAKEN,
  /** The departure has no such pool. */
  NO_SUCH_POOL,
  /** The ticket is not good: its signature, its time, or what became of its booking. */
  TICKET_REFUSED,
  /** The ticket is for another departure. */
  OTHER_DEPARTURE,
  /** Somebody came in with the ticket before. */
  CHECKED_IN_BEFORE,
  /** As many listen as can be served. */
  TOO_MANY_LISTENERS
}
