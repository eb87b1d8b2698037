/**
 * What stands between the wire and the endpoints: listeners, TLS, the library's guards, limits of
 * size and time, and errors that tell nothing.
 */
@NullMarked
package io.travelsuite.examples.server.edge;

import org.jspecify.annotations.NullMarked;
