/**
 * Personal data at rest: fields sealed for their place, a key for each person, what wraps those
 * keys, how they are rotated, and how a sealed address is found.
 */
@NullMarked
package io.travelsuite.security.data;

import org.jspecify.annotations.NullMarked;
