/** Figures as JSON, charts and a page to look at. */
@NullMarked
package io.travelsuite.benchmarks.report;

import org.jspecify.annotations.NullMarked;
