package io.travelsuite.notify.webhook;

import io.travelsuite.inventory.OperatorId;
import java.time.Instant;
import java.util.UUID;

/**
 * Something that happened, as the outbox has it. Immutable.
 *
 * @param id of the event
 * @param operator whose
 * @param type such as {@code booking.confirmed}
 * @param occurredAt when
 * @param payload JSON, an object
 */
public record PartnerEvent(
    UUID id, OperatorId operator, String type, Instant occurredAt, String payload) {}
