/** The stores of sign-in on a database: API tokens, sessions, and tries to sign in. */
@NullMarked
package io.travelsuite.jdbc.signin;

import org.jspecify.annotations.NullMarked;
