/** The server's own API over HTTP, of customers and of operators: the form of what they do. */
@NullMarked
package io.travelsuite.examples.server.api;

import org.jspecify.annotations.NullMarked;
