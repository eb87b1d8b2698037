@NullMarked
package io.travelsuite.jdbc.seat;

import org.jspecify.annotations.NullMarked;
