/** What a customer has: holds, bookings, and the transitions between their states. */
@NullMarked
package io.travelsuite.booking;

import org.jspecify.annotations.NullMarked;
