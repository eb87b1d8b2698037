package io.travelsuite.notify.outbox;

import java.time.Instant;
import java.util.UUID;

/**
 * An event that a subscription gave up.
 *
 * @param id by which it is replayed
 * @param event the event
 * @param tries how often it was tried
 * @param reason what the last try came to: the handler's word, or the class of its exception and
 *     where it was thrown, never its message
 * @param diedAt when it was given up
 */
public record DeadEvent(Id id, OutboxEvent event, int tries, String reason, Instant diedAt) {

  /**
   * Identifies the handling of an event by a subscription.
   *
   * @param subscription its name
   * @param event the event's id
   */
  public record Id(String subscription, UUID event) {

    /** {@return what {@link OutboxEvent#key} is} */
    @Override
    public String toString() {
      return event + "-" + subscription;
    }
  }
}
