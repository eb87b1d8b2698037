/** The proof that the counters say what the bookings say, and the repair when they do not. */
@NullMarked
package io.travelsuite.integrity;

import org.jspecify.annotations.NullMarked;
