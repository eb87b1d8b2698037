/** The rights of a person: everything that is kept about them, and its erasure for good. */
@NullMarked
package io.travelsuite.security.erasure;

import org.jspecify.annotations.NullMarked;
