package io.travelsuite.notify.message;

import io.travelsuite.notify.channel.Message;

/** What there is to send of an event. */
public sealed interface Prepared {

  /**
   * This.
   *
   * @param message what to send
   */
  record Ready(Message message) implements Prepared {}

  /**
   * Nothing.
   *
   * @param reason why, a few words without personal data, such as {@code no longer held: CANCELLED}
   */
  record Skipped(String reason) implements Prepared {}
}
