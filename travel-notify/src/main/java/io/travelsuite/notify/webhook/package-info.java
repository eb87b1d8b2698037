/** Webhooks to a host's partners, by Standard Webhooks: who gets them, and what sends them. */
@NullMarked
package io.travelsuite.notify.webhook;

import org.jspecify.annotations.NullMarked;
