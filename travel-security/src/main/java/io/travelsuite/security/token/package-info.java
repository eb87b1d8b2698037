/** API tokens: for programs that call the host, with scopes and an end. */
@NullMarked
package io.travelsuite.security.token;

import org.jspecify.annotations.NullMarked;
