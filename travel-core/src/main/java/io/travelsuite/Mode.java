package io.travelsuite;

/**
 * Whether money moves. Keys, webhook secrets, events, payments and idempotency scopes each carry
 * their mode; nothing of one mode ever touches anything of the other.
 */
public enum Mode {
  /** A provider's test environment: nobody is charged. */
  TEST,
  /** Real money. */
  LIVE
}
