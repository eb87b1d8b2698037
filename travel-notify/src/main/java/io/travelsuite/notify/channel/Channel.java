package io.travelsuite.notify.channel;

/**
 * A way to reach people: e-mail, SMS, or a host's own (push, WhatsApp). Thread-safe; called with no
 * lock and no database connection held.
 */
public interface Channel {

  /** {@return its short name, {@code email} or {@code sms}: the same for as long as it is used} */
  String name();

  /**
   * Sends a message, or says why not. A message with the same {@link Message#key} may be asked for
   * again, after a crash or an {@link SendResult.Unknown}: a channel that can tell it again sends
   * it once.
   *
   * @param message what is to be told, and to whom
   * @return what became of it; a channel does not throw for what the other side does
   */
  SendResult send(Message message);
}
