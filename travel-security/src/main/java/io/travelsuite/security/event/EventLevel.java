package io.travelsuite.security.event;

/** How grave an event is, as the OWASP vocabulary has it. */
public enum EventLevel {
  /** As it should be. */
  INFO,
  /** Worth a look when it comes often. */
  WARN,
  /** Worth a look. */
  CRITICAL
}
