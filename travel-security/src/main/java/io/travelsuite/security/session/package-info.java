/** Sessions of people who are signed in, their cookies, and the guard against forged requests. */
@NullMarked
package io.travelsuite.security.session;

import org.jspecify.annotations.NullMarked;
