package io.travelsuite.security.rate;

/** What a limit that is counted in a store does while the store does not answer. Never nothing. */
public enum WhenDown {
  /** Counts in this JVM alone, by the same rules: each JVM of the cluster then allows the limit. */
  LOCAL,
  /** Denies, as 503: for sign-in and payment, where a limit that leaks costs more than a pause. */
  CLOSED
}
