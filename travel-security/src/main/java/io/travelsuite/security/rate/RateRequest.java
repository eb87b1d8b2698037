package io.travelsuite.security.rate;

import io.travelsuite.security.address.RequestHeaders;
import org.jspecify.annotations.Nullable;

/**
 * What a limiter may look at, of a request in whatever framework.
 *
 * @param method the HTTP method, in capitals as it came
 * @param peer the address at the other end of the connection, with or without a port, as the server
 *     tells it
 * @param headers the header fields
 * @param user who is signed in, by an id that never changes, or null
 */
public record RateRequest(
    String method, String peer, RequestHeaders headers, @Nullable String user) {}
