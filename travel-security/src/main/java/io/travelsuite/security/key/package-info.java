/** Keys to sign by: one root secret, and from it a key for each purpose. */
@NullMarked
package io.travelsuite.security.key;

import org.jspecify.annotations.NullMarked;
