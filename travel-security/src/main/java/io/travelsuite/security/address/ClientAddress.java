package io.travelsuite.security.address;

import static io.travelsuite.InvalidRequestException.unless;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the address of the client behind a host's own proxies: what rate limits, sign-in guards and
 * audit records go by. A header is believed only when the peer, who is at the other end of the
 * connection, is a trusted proxy; anybody else could have written it.
 *
 * <pre>{@code
 * ClientAddress direct = ClientAddress.ofPeer();
 * ClientAddress behind = ClientAddress.forwarded("X-Forwarded-For", AddressRanges.of("10.0.0.0/8"));
 * ClientAddress cdn = ClientAddress.header("CF-Connecting-IP", AddressRanges.file(published));
 * }</pre>
 *
 * <p>Where the answer is empty the address is not known: the peer is no address, or a trusted proxy
 * sent no header or one that holds none. It is never guessed from what is left of that, which the
 * client may have written. Immutable and safe for use by many threads.
 *
 * <p>There is no leftmost address here: that is whatever a client says.
 */
public final class ClientAddress {

  private final @Nullable String header;
  private final @Nullable ForwardedHops hops;
  private final AddressRanges proxies;
  private final int count;
  private final boolean unixSocket;

  private ClientAddress(Source source, AddressRanges proxies, boolean unixSocket) {
    header = source.header();
    hops = source.hops();
    count = source.count();
    this.proxies = proxies;
    this.unixSocket = unixSocket;
  }

  private record Source(@Nullable String header, @Nullable ForwardedHops hops, int count) {}

  /** {@return the peer itself, for a server that no proxy stands before} */
  public static ClientAddress ofPeer() {
    return new ClientAddress(new Source(null, null, 0), AddressRanges.of(), false);
  }

  /**
   * {@return the last address in a header that is not a trusted proxy's}
   *
   * @param header {@code X-Forwarded-For} or {@code Forwarded}: the one that the proxies write
   * @param proxies the addresses of all proxies between clients and this server
   * @throws io.travelsuite.InvalidRequestException for another header
   */
  public static ClientAddress forwarded(String header, AddressRanges proxies) {
    return new ClientAddress(new Source(header, ForwardedHops.named(header), 0), proxies, false);
  }

  /**
   * {@return the address that the first of a known number of proxies wrote}
   *
   * @param header {@code X-Forwarded-For} or {@code Forwarded}
   * @param proxies where the last proxy is: the peers to believe
   * @param count how many proxies there are, 1 or more; each adds one address
   * @throws io.travelsuite.InvalidRequestException for another header or number
   */
  public static ClientAddress forwarded(String header, AddressRanges proxies, int count) {
    unless(count >= 1, "count", count, "must be 1 or more");
    return new ClientAddress(
        new Source(header, ForwardedHops.named(header), count), proxies, false);
  }

  /**
   * {@return the address in a header that a proxy or CDN replaces by one of its own}, such as
   * {@code CF-Connecting-IP}, {@code True-Client-IP} or {@code X-Real-IP}
   *
   * @param header its name, neither {@code X-Forwarded-For} nor {@code Forwarded}
   * @param proxies the CDN's addresses: without this check anybody who finds the server itself is
   *     whoever they say
   * @throws io.travelsuite.InvalidRequestException for a header that holds a list, or none
   */
  public static ClientAddress header(String header, AddressRanges proxies) {
    boolean list =
        header.equalsIgnoreCase("X-Forwarded-For") || header.equalsIgnoreCase("Forwarded");
    unless(!header.isBlank() && !list, "header", header, "must be one that holds one address");
    return new ClientAddress(new Source(header, null, 0), proxies, false);
  }

  /**
   * {@return the same where the proxy calls through a Unix domain socket}: the peer then has no
   * address (servers say {@code @} or nothing), and is the proxy. Only for a server that listens on
   * nothing else.
   */
  public ClientAddress overUnixSocket() {
    return new ClientAddress(new Source(header, hops, count), proxies, true);
  }

  /**
   * Finds the client's address.
   *
   * @param peer the address at the other end of the connection, with or without a port, as the
   *     server tells it
   * @param headers the request's header fields
   * @return the address; empty when it is not known
   */
  public Optional<IpAddress> of(String peer, RequestHeaders headers) {
    Optional<IpAddress> address = IpAddress.parseHost(peer).filter(known -> !known.isUnspecified());
    boolean socket = unixSocket && (peer.isEmpty() || peer.equals("@"));
    if (header == null || !(socket || address.isPresent())) {
      return address;
    }
    boolean trusted = socket || proxies.contains(address.orElseThrow());
    return trusted ? told(headers.values(header)) : address;
  }

  /** What a trusted peer says. */
  private Optional<IpAddress> told(List<String> values) {
    if (hops == null) {
      // A proxy that replaces the header sends one; a second is somebody else's.
      return values.size() == 1
          ? IpAddress.parseHost(values.get(0).strip()).filter(known -> !known.isUnspecified())
          : Optional.empty();
    }
    List<Optional<IpAddress>> from = hops.fromTheRight(values);
    if (count > 0) {
      return from.size() >= count ? from.get(count - 1) : Optional.empty();
    }
    for (Optional<IpAddress> hop : from) {
      if (hop.isEmpty() || !proxies.contains(hop.get())) {
        return hop;
      }
    }
    return Optional.empty();
  }
}
