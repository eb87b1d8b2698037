/**
 * The entry point, {@link io.travelsuite.Travel}, and the exceptions of the library.
 *
 * <p>A business "no" is a value, never an exception: see the sealed results of {@code
 * io.travelsuite.booking} and {@code io.travelsuite.inventory}.
 */
@NullMarked
package io.travelsuite;

import org.jspecify.annotations.NullMarked;
