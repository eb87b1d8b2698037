package io.travelsuite.security.readiness;

/** What a finding means for a start in production. */
public enum Severity {
  /** It must not start. */
  ERROR,
  /** It may start; somebody has to see to it. */
  WARNING
}
