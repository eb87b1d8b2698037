package io.travelsuite.security.web;

import java.util.List;

/**
 * What a request says of the host that it is for.
 *
 * @param host the values of all headers {@code Host}
 * @param forwardedHost the values of all headers {@code X-Forwarded-Host}
 * @param trustedPeer whether the connection comes from a proxy that is trusted
 */
public record HostHeaders(List<String> host, List<String> forwardedHost, boolean trustedPeer) {

  /** Copies the lists. */
  public HostHeaders {
    host = List.copyOf(host);
    forwardedHost = List.copyOf(forwardedHost);
  }

  /**
   * {@return the headers of a request that no proxy has passed on}
   *
   * @param host the values of all headers {@code Host}
   */
  public static HostHeaders of(String... host) {
    return new HostHeaders(List.of(host), List.of(), false);
  }
}
