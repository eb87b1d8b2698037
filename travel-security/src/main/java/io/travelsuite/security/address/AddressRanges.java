package io.travelsuite.security.address;

import static io.travelsuite.InvalidRequestException.unless;

import java.util.List;
import java.util.stream.Stream;

/**
 * A set of ranges: the proxies that a host trusts, a CDN's addresses. Immutable.
 *
 * @param all the ranges, in the order they were given
 */
public record AddressRanges(List<AddressRange> all) {

  /**
   * Addresses that no client on the internet has: private, loopback and link-local ones, and those
   * of documentation, benchmarks and carriers' own networks (RFC 6890, RFC 6598, RFC 4193).
   */
  public static final AddressRanges PRIVATE =
      of(
          "0.0.0.0/8",
          "10.0.0.0/8",
          "100.64.0.0/10",
          "127.0.0.0/8",
          "169.254.0.0/16",
          "172.16.0.0/12",
          "192.0.0.0/24",
          "192.0.2.0/24",
          "192.168.0.0/16",
          "198.18.0.0/15",
          "198.51.100.0/24",
          "203.0.113.0/24",
          "240.0.0.0/4",
          "::1",
          "2001:db8::/32",
          "fc00::/7",
          "fe80::/10");

  /** Copies the list. */
  public AddressRanges {
    all = List.copyOf(all);
  }

  /**
   * {@return a set of ranges}
   *
   * @param ranges each as {@link AddressRange#parse} reads it
   * @throws io.travelsuite.InvalidRequestException if one is none
   */
  public static AddressRanges of(String... ranges) {
    return new AddressRanges(Stream.of(ranges).map(AddressRange::parse).toList());
  }

  /**
   * {@return the ranges of a file such as a CDN publishes}: one a line; empty lines and what comes
   * after a {@code #} do not count
   *
   * @param text the file's text
   * @throws io.travelsuite.InvalidRequestException if a line is no range, or there is none at all:
   *     a file that came empty would trust nobody, and every client be the CDN
   */
  public static AddressRanges file(String text) {
    List<AddressRange> ranges =
        text.lines()
            .map(line -> line.indexOf('#') < 0 ? line : line.substring(0, line.indexOf('#')))
            .map(String::strip)
            .filter(line -> !line.isEmpty())
            .map(AddressRange::parse)
            .toList();
    unless(!ranges.isEmpty(), "ranges", "(none)", "must hold at least one range");
    return new AddressRanges(ranges);
  }

  /**
   * {@return whether one of the ranges has an address}
   *
   * @param address any
   */
  public boolean contains(IpAddress address) {
    for (AddressRange range : all) {
      if (range.contains(address)) {
        return true;
      }
    }
    return false;
  }
}
