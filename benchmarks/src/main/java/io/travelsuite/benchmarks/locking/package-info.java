/** The JMH benchmark of the concurrent seat-locking path. */
@NullMarked
package io.travelsuite.benchmarks.locking;

import org.jspecify.annotations.NullMarked;
