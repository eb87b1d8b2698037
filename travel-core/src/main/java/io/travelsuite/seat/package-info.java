/** Where seats are, and how those of a party are to be picked. */
@NullMarked
package io.travelsuite.seat;

import org.jspecify.annotations.NullMarked;
