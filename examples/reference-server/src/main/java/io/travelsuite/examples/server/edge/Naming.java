package io.travelsuite.examples.server.edge;

import io.travelsuite.security.Profile;
import io.travelsuite.security.address.AddressRanges;
import io.travelsuite.security.address.ClientAddress;
import io.travelsuite.security.web.CorsPolicy;
import io.travelsuite.security.web.EdgeGuard;
import io.travelsuite.security.web.HostAllowList;
import io.travelsuite.security.web.HttpsRedirect;
import java.util.List;

/**
 * How a server is reached by others.
 *
 * @param origins its own addresses as browsers write them; the first, {@code https://shop.example},
 *     is the one that it tells others
 * @param hosts names under which it may be asked
 * @param proxies ranges of the proxies in front of it, which are believed
 * @param corsOrigins other sites whose pages may call the APIs
 */
public record Naming(
    List<String> origins, List<String> hosts, List<String> proxies, List<String> corsOrigins) {

  private static final String HTTPS = "https://";

  /** Copies the lists. */
  public Naming {
    origins = List.copyOf(origins);
    hosts = List.copyOf(hosts);
    proxies = List.copyOf(proxies);
    corsOrigins = List.copyOf(corsOrigins);
  }

  /**
   * {@return the names of a server that only this machine asks}
   *
   * @param port where it listens
   */
  public static Naming locally(int port) {
    return new Naming(
        List.of("http://localhost:" + port, "http://127.0.0.1:" + port),
        List.of("localhost", "127.0.0.1"),
        List.of(),
        List.of());
  }

  /** {@return the proxies} */
  public AddressRanges trusted() {
    return AddressRanges.of(proxies.toArray(String[]::new));
  }

  /** {@return how the address of a client is found} */
  public ClientAddress clientAddress() {
    return proxies.isEmpty()
        ? ClientAddress.ofPeer()
        : ClientAddress.forwarded("X-Forwarded-For", trusted());
  }

  /** {@return the address that others are told} */
  public String origin() {
    return origins.get(0);
  }

  /** {@return whether browsers come by HTTPS} */
  public boolean isSecure() {
    return origin().startsWith(HTTPS);
  }

  EdgeGuard guard(Profile profile) {
    EdgeGuard guard =
        EdgeGuard.of(HostAllowList.of(hosts.toArray(String[]::new)), cors(profile))
            .behind(trusted());
    return isSecure()
        ? guard.redirecting(HttpsRedirect.to(origin().substring(HTTPS.length())))
        : guard;
  }

  private CorsPolicy cors(Profile profile) {
    return CorsPolicy.origins(corsOrigins.toArray(String[]::new))
        .profile(profile)
        .ownSites(origins.toArray(String[]::new))
        .methods("GET", "HEAD", "POST", "PATCH", "PUT", "DELETE")
        .headers(
            "Authorization", "Content-Type", "Octo-Capabilities", "Idempotency-Key", "If-Match")
        .exposed("Octo-Capabilities", "Retry-After", "RateLimit", "RateLimit-Policy", "ETag")
        .build();
  }
}
