/**
 * Replays a real hotel booking trace through the library, and checks that no room is sold twice.
 */
@NullMarked
package io.travelsuite.examples.replay;

import org.jspecify.annotations.NullMarked;
