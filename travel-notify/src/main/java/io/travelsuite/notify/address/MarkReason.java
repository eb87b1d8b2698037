package io.travelsuite.notify.address;

import java.util.Locale;

/** Why an address is not to be written to. */
public enum MarkReason {
  /** There is no such mailbox or number. */
  BOUNCED,
  /** Its owner called a message spam. */
  COMPLAINED,
  /** Its owner asked for no more messages. */
  OPTED_OUT;

  /** {@return the reason as a channel's answer says it, such as {@code address-bounced}} */
  public String word() {
    return "address-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
