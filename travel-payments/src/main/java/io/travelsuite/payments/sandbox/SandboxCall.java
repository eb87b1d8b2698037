package io.travelsuite.payments.sandbox;

/** What a {@link SandboxProvider} can be asked. */
public enum SandboxCall {
  /** To authorize. */
  AUTHORIZE,
  /** To capture. */
  CAPTURE,
  /** To void. */
  VOID,
  /** To refund. */
  REFUND,
  /** What it knows; it can only be told to time out, by any of the two ways. */
  LOOK_UP
}
