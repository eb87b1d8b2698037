/** A server that embeds the library: what a company that sells tours, trips and nights runs. */
@NullMarked
package io.travelsuite.examples.server;

import org.jspecify.annotations.NullMarked;
