/**
 * Reminders of departures and of holds that are about to expire: rules, and the port that turns
 * them into events of the outbox.
 */
@NullMarked
package io.travelsuite.notify.reminder;

import org.jspecify.annotations.NullMarked;
