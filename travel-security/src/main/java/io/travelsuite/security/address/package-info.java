/** Who is at the other end: addresses, ranges, and the client behind proxies. */
@NullMarked
package io.travelsuite.security.address;

import org.jspecify.annotations.NullMarked;
