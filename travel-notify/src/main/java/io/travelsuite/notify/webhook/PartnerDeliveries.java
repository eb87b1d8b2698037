package io.travelsuite.notify.webhook;

import io.travelsuite.notify.outbox.Answer;
import io.travelsuite.notify.outbox.OutboxEvent;
import io.travelsuite.notify.outbox.Subscription;
import java.sql.Connection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Webhooks on their way to partners: written down with the mark of the outbox, then sent to each
 * endpoint on its own. One endpoint has at most one worker at a time, so that one that is dead or
 * slow keeps no more than one of them waiting, and no other endpoint. In which order webhooks come
 * is not promised. Thread-safe.
 */
public interface PartnerDeliveries {

  /**
   * Writes down a delivery of an event to each endpoint of its operator that is enabled and wants
   * it. An event that was written down is not written down again.
   *
   * @param event what happened
   * @param connection a transaction of the caller's, in which it is written
   * @return to how many endpoints it is to go, those before included
   */
  int fanOut(OutboxEvent event, Connection connection);

  /**
   * {@return what the relay hands events to: it writes their deliveries down}
   *
   * @param name of the subscription
   * @param types of the events that any endpoint may want
   */
  default Subscription subscription(String name, Set<String> types) {
    return Subscription.joined(
        name,
        types,
        (event, connection) -> {
          fanOut(event, connection);
          return Answer.done();
        });
  }

  /**
   * Sends webhooks that are due, until none is or so many were tried; call it again and again, on
   * as many threads and processes as there are partners that may hang. No connection is held while
   * one is sent.
   *
   * @param most how many to try, 1 to 10,000
   * @return what became of them
   */
  DeliveryReport deliver(int most);

  /**
   * {@return webhooks that were given up, the first of them first}
   *
   * @param most how many, 1 to 300
   */
  List<DeadDelivery> dead(int most);

  /**
   * Sends a webhook that was given up once more: due at once, with all its tries and the same id.
   *
   * @param endpoint where to
   * @param event the id of the event
   * @return whether it was given up
   */
  boolean replay(EndpointId endpoint, UUID event);

  /**
   * Deletes what was sent or given up longer ago than it is kept. Call it now and then until it
   * answers 0.
   *
   * @param most how many, 1 to 300
   * @return how many it deleted
   */
  int purge(int most);
}
