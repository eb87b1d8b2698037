/** The ways to sell a seat that are compared, over the library's own tables. */
@NullMarked
package io.travelsuite.benchmarks.sale;

import org.jspecify.annotations.NullMarked;
