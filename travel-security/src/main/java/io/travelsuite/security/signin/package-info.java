/** Signing in by password, and the guard against those who try passwords. */
@NullMarked
package io.travelsuite.security.signin;

import org.jspecify.annotations.NullMarked;
