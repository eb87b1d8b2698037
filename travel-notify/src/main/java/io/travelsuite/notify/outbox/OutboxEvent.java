package io.travelsuite.notify.outbox;

import io.travelsuite.inventory.OperatorId;
import java.time.Instant;
import java.util.UUID;

/**
 * Something that happened, as it was written with what it tells of. Immutable.
 *
 * @param id names it, a UUID; the same at every try and for every subscription
 * @param operator whose booking, occurrence or schedule
 * @param subject the id of that booking, occurrence or schedule
 * @param version of a booking, one higher with each event of it, 1 first; of a schedule its own; 0
 *     of an occurrence
 * @param type such as {@code booking.confirmed}, {@code occurrence.retimed}
 * @param payload JSON without personal data: of a booking, as it stood after
 * @param occurredAt when, by the database's clock
 */
public record OutboxEvent(
    UUID id,
    OperatorId operator,
    UUID subject,
    int version,
    String type,
    String payload,
    Instant occurredAt) {

  /**
   * {@return what tells this event's handling by a subscription again from any other: the same at
   * every try, so that who sends by it sends once} At most 69 printable ASCII characters.
   *
   * @param subscription the subscription's name
   */
  public String key(String subscription) {
    return id + "-" + subscription;
  }

  /** {@return its type, id and version} */
  @Override
  public String toString() {
    return "OutboxEvent[" + type + " " + id + " of " + subject + " version " + version + "]";
  }
}
