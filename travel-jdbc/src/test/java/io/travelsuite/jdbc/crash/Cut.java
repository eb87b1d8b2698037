package io.travelsuite.jdbc.crash;

/** When the connection is cut. */
public enum Cut {
  /** The server never hears of the COMMIT, and rolls back. */
  BEFORE_COMMIT,
  /** The server has the COMMIT, and may or may not have carried it out. */
  DURING_COMMIT,
  /** The server has committed, and nobody hears its answer. */
  AFTER_COMMIT,
  /** The client is cut off at once, and the COMMIT reaches the server only when it is let go. */
  BEFORE_A_LATE_COMMIT
}
