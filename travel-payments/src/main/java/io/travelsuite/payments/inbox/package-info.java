/**
 * The inbox of webhooks: each delivery is verified, stored once and answered; its events are
 * handled later, each by one transaction in which the handler's writes and the done mark commit
 * together. {@link io.travelsuite.payments.inbox.WebhookInbox} is the port; its storage is in
 * travel-jdbc.
 */
@NullMarked
package io.travelsuite.payments.inbox;

import org.jspecify.annotations.NullMarked;
