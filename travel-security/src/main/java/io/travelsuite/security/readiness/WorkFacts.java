package io.travelsuite.security.readiness;

import java.time.Duration;

/**
 * What is waiting to be done.
 *
 * @param oldestOutbox how long the oldest message that is due has waited, zero without one
 * @param dead how many webhooks and messages were given up
 */
public record WorkFacts(Duration oldestOutbox, long dead) {}
