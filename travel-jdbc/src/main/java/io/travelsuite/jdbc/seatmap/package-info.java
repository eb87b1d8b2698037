/** Seat maps as files: read, written, and imported from charts of others. */
@NullMarked
package io.travelsuite.jdbc.seatmap;

import org.jspecify.annotations.NullMarked;
