/** Money that goes back: asked for, approved where that takes a second person, and paid out. */
@NullMarked
package io.travelsuite.examples.server.refund;

import org.jspecify.annotations.NullMarked;
