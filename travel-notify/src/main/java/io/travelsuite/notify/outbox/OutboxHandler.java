package io.travelsuite.notify.outbox;

/**
 * Does with an event what a subscription is for, such as to send a mail. Called with no lock, no
 * transaction and no database connection held, by several threads at once (never for two events of
 * one booking).
 */
@FunctionalInterface
public interface OutboxHandler {

  /**
   * Handles one event. It may be called again for an event it has handled, when the process ended
   * before that was noted: what must happen once is told again by {@link OutboxEvent#key}. Whatever
   * it throws is a {@link Answer.Later}.
   *
   * @param event what happened
   * @return what became of it
   * @throws Exception whatever it likes; its message is kept nowhere, its class and where it was
   *     thrown are
   */
  Answer handle(OutboxEvent event) throws Exception;
}
