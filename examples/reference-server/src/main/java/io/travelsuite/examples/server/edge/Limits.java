package io.travelsuite.examples.server.edge;

import io.travelsuite.security.web.RequestLimits;
import java.time.Duration;

/**
 * How much is taken from clients, and for how long.
 *
 * @param headersWithin until the headers of a request are there, from its first byte or, for the
 *     first of a connection, from the connection's begin
 * @param bodyWithin until the body is there, from the end of the headers
 * @param connections of all clients together
 * @param perAddress connections of one address, of trusted proxies excepted
 */
public record Limits(Duration headersWithin, Duration bodyWithin, int connections, int perAddress) {

  /** By the library's {@link RequestLimits}; 2,000 connections, 200 of one address. */
  public static final Limits DEFAULT =
      new Limits(RequestLimits.HEADERS_WITHIN, RequestLimits.BODY_WITHIN, 2_000, 200);

  /** What is kept of a body before its request is begun; what is larger is answered 413. */
  static final int BODY_BYTES = 2 * RequestLimits.JSON_BODY_BYTES;
}
