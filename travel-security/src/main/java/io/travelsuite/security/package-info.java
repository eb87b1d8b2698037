/** Rate limiting, sign-in, tokens, roles and data protection. */
@NullMarked
package io.travelsuite.security;

import org.jspecify.annotations.NullMarked;
