/** The outbox relay, e-mail, SMS, outgoing webhooks and attachments. */
@NullMarked
package io.travelsuite.notify;

import org.jspecify.annotations.NullMarked;
