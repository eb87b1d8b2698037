package io.travelsuite.payments.webhook;

import java.io.Serial;

/** Ends the check of a request; never leaves this package. */
final class Refusal extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  /** Why. */
  private final RejectionReason reason;

  /** Without a stack: an attacker's requests are cheap to refuse. */
  Refusal(RejectionReason reason) {
    super(reason.label(), null, false, false);
    this.reason = reason;
  }

  static void unless(boolean condition, RejectionReason reason) throws Refusal {
    if (!condition) {
      throw new Refusal(reason);
    }
  }

  RejectionReason reason() {
    return reason;
  }
}
