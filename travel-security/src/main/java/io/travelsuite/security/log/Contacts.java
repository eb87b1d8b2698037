package io.travelsuite.security.log;

/** How contact data shows in a log. */
public enum Contacts {
  /** As it is. */
  SHOWN,
  /**
   * As much as support needs to tell two apart: an address's domain, a number's last two digits.
   */
  MASKED,
  /** Not at all. */
  HIDDEN
}
