package io.travelsuite.security.rate;

import io.travelsuite.security.address.ClientAddress;
import io.travelsuite.security.address.IpAddress;

/**
 * By what a policy counts: requests with the same key share a limit. Any function of a request will
 * do; it must be quick, thread-safe and never null. Keys may be of any length: limiters keep a
 * hash.
 */
@FunctionalInterface
public interface RateKey {

  /**
   * {@return the key of a request}
   *
   * @param request the request
   */
  String of(RateRequest request);

  /**
   * {@return a key by the client's address, an IPv6 one by its /64}
   *
   * <p>Clients whose address is not known share one key: a request that hides where it comes from
   * must not go uncounted.
   *
   * @param address how the address is found
   */
  static RateKey clientAddress(ClientAddress address) {
    return request ->
        address
            .of(request.peer(), request.headers())
            .map(IpAddress::network)
            .map(network -> "address:" + network)
            .orElse("address:unknown");
  }

  /**
   * {@return a key by who is signed in; by the client's address for those who are not}
   *
   * @param address how the address is found
   */
  static RateKey userOrAddress(ClientAddress address) {
    RateKey otherwise = clientAddress(address);
    return request -> request.user() == null ? otherwise.of(request) : "user:" + request.user();
  }

  /**
   * {@return a key by a header's value, such as an API key's}; requests without it share one
   *
   * <p>A client that may choose the value freely escapes the limit by choosing another: use it for
   * what was authenticated before.
   *
   * @param name the header's name
   */
  static RateKey header(String name) {
    return request -> "header:" + String.join(",", request.headers().values(name));
  }

  /** {@return one key for all requests} */
  static RateKey everybody() {
    return request -> "everybody";
  }
}
