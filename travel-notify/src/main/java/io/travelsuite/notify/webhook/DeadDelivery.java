package io.travelsuite.notify.webhook;

import java.time.Instant;
import java.util.UUID;

/**
 * A webhook that was given up.
 *
 * @param endpoint where it was to go
 * @param event the id of the event
 * @param type its type
 * @param tries how often it was tried
 * @param why the reason of the last try, a short stable word
 * @param diedAt when
 */
public record DeadDelivery(
    EndpointId endpoint, UUID event, String type, int tries, String why, Instant diedAt) {}
