/** What is measured, in which order; the program that benchmarks/run.sh starts. */
@NullMarked
package io.travelsuite.benchmarks.suite;

import org.jspecify.annotations.NullMarked;
