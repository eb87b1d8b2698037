/** Passwords: how they are stored and verified, and which are refused. */
@NullMarked
package io.travelsuite.security.password;

import org.jspecify.annotations.NullMarked;
