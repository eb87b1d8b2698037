/** Load drivers, for what JMH does badly. */
@NullMarked
package io.travelsuite.benchmarks.load;

import org.jspecify.annotations.NullMarked;
