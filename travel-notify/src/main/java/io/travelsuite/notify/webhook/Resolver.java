package io.travelsuite.notify.webhook;

import java.io.IOException;
import java.net.InetAddress;
import java.util.List;

/** Finds the addresses of a name. Thread-safe. */
@FunctionalInterface
public interface Resolver {

  /**
   * Resolves a name, once a try: the connection goes to an address of this very answer.
   *
   * @param host a DNS name in lower case
   * @return its addresses, at least one
   * @throws IOException if it has none, or nobody can tell
   */
  List<InetAddress> resolve(String host) throws IOException;

  /** {@return the machine's own resolver, with the JVM's cache} */
  static Resolver ofTheMachine() {
    return host -> List.of(InetAddress.getAllByName(host));
  }
}
