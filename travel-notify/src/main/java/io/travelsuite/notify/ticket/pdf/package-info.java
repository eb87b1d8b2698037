/** Tickets as PDF, by openhtmltopdf. */
@NullMarked
package io.travelsuite.notify.ticket.pdf;

import org.jspecify.annotations.NullMarked;
