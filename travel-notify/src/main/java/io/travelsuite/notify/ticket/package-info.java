/**
 * Tickets that are verified without a network: what they say, how they are signed, drawn and
 * judged.
 */
@NullMarked
package io.travelsuite.notify.ticket;

import org.jspecify.annotations.NullMarked;
