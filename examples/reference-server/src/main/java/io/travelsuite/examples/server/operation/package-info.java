/** What those need who run the server: health, metrics, and its commands. */
@NullMarked
package io.travelsuite.examples.server.operation;

import org.jspecify.annotations.NullMarked;
