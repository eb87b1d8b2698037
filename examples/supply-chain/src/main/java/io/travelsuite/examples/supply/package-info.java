/** What the library is made of, and whether that is what it should be. */
@NullMarked
package io.travelsuite.examples.supply;

import org.jspecify.annotations.NullMarked;
