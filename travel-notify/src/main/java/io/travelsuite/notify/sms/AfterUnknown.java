package io.travelsuite.notify.sms;

/**
 * What happens to a message that is asked for again though nobody knows whether it went out: the
 * connection was lost before Twilio's answer, or the process died. Twilio has no idempotency key
 * for messages.
 */
public enum AfterUnknown {
  /** It is not sent again, and never: somebody may get none. */
  AT_MOST_ONCE,
  /** It is sent again, and counted: somebody may get it twice, and it is paid for twice. */
  AT_LEAST_ONCE
}
