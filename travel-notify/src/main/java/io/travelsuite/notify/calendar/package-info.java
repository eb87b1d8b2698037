/** Trips as calendar events. */
@NullMarked
package io.travelsuite.notify.calendar;

import org.jspecify.annotations.NullMarked;
