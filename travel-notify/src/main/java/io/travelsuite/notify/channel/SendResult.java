package io.travelsuite.notify.channel;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What became of a message. No text in it quotes an address or what was said. */
public sealed interface SendResult {

  /**
   * Handed over: it is the other side's now.
   *
   * @param providerId by what the other side calls it, or null
   */
  record Sent(@Nullable String providerId) implements SendResult {}

  /**
   * Not sent, and never will be as it is: no such address, opted out, too large.
   *
   * @param reason a short stable word, such as {@code no-such-mailbox}
   */
  record Refused(String reason) implements SendResult {}

  /**
   * Not sent; worth another try.
   *
   * @param reason a short stable word, such as {@code connection}
   * @param retryAfter how long the other side wants to be left alone, or null
   */
  record Failed(String reason, @Nullable Duration retryAfter) implements SendResult {}

  /**
   * Nobody knows: the connection was lost after the content went out and before the answer came. To
   * be tried again where the channel tells a key again or a message twice is better than none.
   *
   * @param reason a short stable word, such as {@code connection-lost}
   */
  record Unknown(String reason) implements SendResult {}
}
