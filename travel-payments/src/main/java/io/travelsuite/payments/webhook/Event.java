package io.travelsuite.payments.webhook;

import io.travelsuite.Mode;
import org.jspecify.annotations.Nullable;

/**
 * What is read of an event.
 *
 * @param id tells a delivery again from another event, 1 to 255 characters
 * @param type what happened, in the provider's words, or empty
 * @param objectId the provider's id of what it happened to, or null
 * @param mode whether real money is meant; null if the provider does not say
 */
record Event(String id, String type, @Nullable String objectId, @Nullable Mode mode) {}
