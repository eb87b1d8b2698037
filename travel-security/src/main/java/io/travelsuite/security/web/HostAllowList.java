package io.travelsuite.security.web;

import static io.travelsuite.InvalidRequestException.unless;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Under which names the application may be reached. A request for another one is answered 400: a
 * name that anybody may choose ends in links of mails, in redirects and in caches.
 *
 * <p>Exactly one {@code Host} header is needed; it is a name or an address in brackets with an
 * optional port (RFC 9110, section 7.2), and nothing else. Case and a dot at the end do not matter.
 * Immutable; safe for use by many threads.
 */
public final class HostAllowList {

  private static final int LONGEST = 262;

  private static final Pattern HOST =
      Pattern.compile(
          "(\\[[0-9a-f:.]{2,45}]|[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?)\\.?(?::[0-9]{1,5})?");

  private static final Pattern ENTRY =
      Pattern.compile("\\[[0-9a-f:.]{2,45}]|\\.?[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?");

  private final Set<String> hosts;
  private final boolean forwarded;

  private HostAllowList(Set<String> hosts, boolean forwarded) {
    this.hosts = hosts;
    this.forwarded = forwarded;
  }

  /**
   * A list of names.
   *
   * @param hosts at least one; each a name ({@code shop.example}; in punycode, where it needs
   *     that), an IPv4 address, an IPv6 address in brackets in the one spelling it comes in, or a
   *     name with a dot before it ({@code .shop.example}) for that name and all names below it
   * @return the list
   * @throws io.travelsuite.InvalidRequestException if there is none, or one is not of that form:
   *     {@code *}, a port or a scheme
   */
  public static HostAllowList of(String... hosts) {
    unless(hosts.length > 0, "hosts", "(none)", "must be at least one");
    Set<String> checked = new HashSet<>();
    for (String host : hosts) {
      String name = host.toLowerCase(Locale.ROOT);
      boolean wellFormed = ENTRY.matcher(name).matches() && !name.contains("..");
      unless(wellFormed, "host", host, "must be a host's name, without scheme and port");
      checked.add(name);
    }
    return new HostAllowList(Set.copyOf(checked), false);
  }

  /**
   * {@return the same list, which looks at {@code X-Forwarded-Host} first when the peer is a
   * trusted proxy; without this call that header is never looked at}
   */
  public HostAllowList trustingForwardedHost() {
    return new HostAllowList(hosts, true);
  }

  /**
   * Judges what a request says.
   *
   * @param headers its headers
   * @return the host's name in lower case, without port and without a dot at the end; or empty, and
   *     the answer is 400
   */
  public Optional<String> check(HostHeaders headers) {
    boolean useForwarded = forwarded && headers.trustedPeer() && !headers.forwardedHost().isEmpty();
    Optional<String> direct = one(headers.host());
    return useForwarded && headers.host().size() == 1 ? one(headers.forwardedHost()) : direct;
  }

  private Optional<String> one(List<String> values) {
    if (values.size() != 1 || values.get(0).length() > LONGEST) {
      return Optional.empty();
    }
    Matcher host = HOST.matcher(values.get(0).toLowerCase(Locale.ROOT));
    return host.matches() && !host.group(1).contains("..") && isAllowed(host.group(1))
        ? Optional.of(host.group(1))
        : Optional.empty();
  }

  private boolean isAllowed(String host) {
    if (hosts.contains(host) || hosts.contains("." + host)) {
      return true;
    }
    for (int dot = host.indexOf('.'); dot > 0; dot = host.indexOf('.', dot + 1)) {
      if (hosts.contains(host.substring(dot))) {
        return true;
      }
    }
    return false;
  }
}
