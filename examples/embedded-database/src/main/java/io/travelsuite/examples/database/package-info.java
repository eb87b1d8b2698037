/** A database server of its own for tests, examples and benchmarks. */
@NullMarked
package io.travelsuite.examples.database;

import org.jspecify.annotations.NullMarked;
