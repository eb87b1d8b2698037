/** What a measurement over HTTP needs besides the reference server. */
@NullMarked
package io.travelsuite.benchmarks.http;

import org.jspecify.annotations.NullMarked;
