/** The stores of sign-in on a database: API tokens, sessions, and tries to sign in. */
@org.jspecify.annotations.NullUnmarked
package io.travelsuite.jdbc.signin;
