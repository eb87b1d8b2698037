package io.travelsuite.security.readiness;

/** How a check knows. */
public enum Kind {
  /** By a value that the host hands over. */
  CONFIG,
  /** By looking at the live thing. */
  PROBE,
  /** By a dated statement of somebody, where no program can look. */
  ATTEST
}
