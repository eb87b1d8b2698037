/** Whoever books: sealed at rest, told what is kept of them, and forgotten for good. */
@NullMarked
package io.travelsuite.examples.server.person;

import org.jspecify.annotations.NullMarked;
