/** Draws seat maps, and charts of seats.io, as SVG. */
@NullMarked
package io.travelsuite.examples.seatmap;

import org.jspecify.annotations.NullMarked;
