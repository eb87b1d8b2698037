package io.travelsuite.security.web;

import io.travelsuite.security.address.RequestHeaders;

/**
 * What an {@link EdgeGuard} looks at of a request.
 *
 * @param method in capitals as it came
 * @param target path and query, as they were sent
 * @param peer the address at the other end of the connection, as the server tells it
 * @param tls whether that connection is TLS
 * @param headers the header fields
 */
public record EdgeRequest(
    String method, String target, String peer, boolean tls, RequestHeaders headers) {

  /** Neither the query nor a header: both may hold what nobody should see. */
  @Override
  public String toString() {
    return "EdgeRequest[" + method + " from " + peer + "]";
  }
}
