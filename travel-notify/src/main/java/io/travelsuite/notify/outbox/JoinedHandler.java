package io.travelsuite.notify.outbox;

import java.sql.Connection;

/**
 * Does in the host's tables what an event asks for. What it writes on the connection commits with
 * the event's done mark, or is undone with it: exactly once.
 */
@FunctionalInterface
public interface JoinedHandler {

  /**
   * Handles one event. Short, and without calls to anybody outside: it has a connection and locks.
   * Anything but {@link Answer.Done}, and whatever it throws, undoes its writes. It may be called
   * again for an event whose transaction did not commit, so what it does elsewhere may happen
   * twice.
   *
   * @param event what happened
   * @param connection in the transaction, without autocommit; {@code travel.joining(connection)}
   *     works on it. It cannot be committed, rolled back (but to a savepoint) or closed
   * @return what became of it
   * @throws Exception whatever it likes; its message is kept nowhere, its class and where it was
   *     thrown are
   */
  Answer handle(OutboxEvent event, Connection connection) throws Exception;
}
