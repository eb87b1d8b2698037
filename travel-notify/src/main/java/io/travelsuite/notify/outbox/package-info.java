/**
 * The outbox: every transition of a booking writes an event in its own transaction, and the relay
 * hands each to those who subscribed, at least once and a booking's in order. {@link
 * io.travelsuite.notify.outbox.OutboxRelay} is the port; its storage is in travel-jdbc.
 */
@NullMarked
package io.travelsuite.notify.outbox;

import org.jspecify.annotations.NullMarked;
