/** How fast the relay of the outbox is. */
@NullMarked
package io.travelsuite.benchmarks.outbox;

import org.jspecify.annotations.NullMarked;
