/** The library in its database, and the server's own transactions, which it joins. */
@NullMarked
package io.travelsuite.examples.server.store;

import org.jspecify.annotations.NullMarked;
