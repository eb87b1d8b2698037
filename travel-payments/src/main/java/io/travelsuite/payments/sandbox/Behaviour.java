package io.travelsuite.payments.sandbox;

/** What a {@link SandboxProvider} does with a call. */
public enum Behaviour {
  /** What is asked. */
  OBEY,
  /** Refuses, for good under that key. */
  DECLINE,
  /** Does nothing, and the answer is lost. */
  TIME_OUT_BEFORE,
  /** Does what is asked, and the answer is lost. */
  TIME_OUT_AFTER,
  /** The answer is lost, and what is asked is done at {@link SandboxProvider#arrive}. */
  ARRIVE_LATE
}
