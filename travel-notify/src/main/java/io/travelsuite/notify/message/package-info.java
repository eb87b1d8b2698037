/** From a booking's events to messages: what is told of which, and what no longer is. */
@NullMarked
package io.travelsuite.notify.message;

import org.jspecify.annotations.NullMarked;
