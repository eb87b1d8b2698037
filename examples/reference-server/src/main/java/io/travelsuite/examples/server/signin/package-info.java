/** Staff: their accounts, how they sign in and out, and what their roles permit. */
@NullMarked
package io.travelsuite.examples.server.signin;

import org.jspecify.annotations.NullMarked;
