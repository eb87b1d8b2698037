/** Messages to customers, and what becomes of them. */
@NullMarked
package io.travelsuite.examples.server.message;

import org.jspecify.annotations.NullMarked;
