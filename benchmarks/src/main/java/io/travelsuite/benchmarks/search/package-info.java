/** How fast departures are found among many, and what is stored to measure that. */
@NullMarked
package io.travelsuite.benchmarks.search;

import org.jspecify.annotations.NullMarked;
