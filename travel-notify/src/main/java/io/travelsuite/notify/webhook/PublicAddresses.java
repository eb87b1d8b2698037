package io.travelsuite.notify.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is no address of the public internet, by IANA's registries of special-purpose addresses for
 * IPv4 and IPv6 (as of 2026).
 */
final class PublicAddresses {

  private static final int IPV4_BYTES = 4;

  /** A range of addresses, and the word for it. */
  @SuppressWarnings("ArrayRecordComponent") // never leaves this class, and is never written to
  private record Range(String word, byte[] prefix, int bits) {

    static Range of(String word, String cidr) {
      int slash = cidr.indexOf('/');
      return new Range(
          word, literal(cidr.substring(0, slash)), Integer.parseInt(cidr.substring(slash + 1)));
    }

    boolean holds(byte[] address) {
      int whole = bits / 8;
      if (address.length != prefix.length || !Arrays.equals(address, 0, whole, prefix, 0, whole)) {
        return false;
      }
      int mask = 0xff00 >> bits % 8 & 0xff;
      return mask == 0 || (address[whole] & mask) == (prefix[whole] & mask);
    }
  }

  private static final List<Range> IPV4 =
      List.of(
          Range.of("this-network", "0.0.0.0/8"),
          Range.of("private", "10.0.0.0/8"),
          Range.of("carrier-nat", "100.64.0.0/10"),
          Range.of("loopback", "127.0.0.0/8"),
          Range.of("link-local", "169.254.0.0/16"),
          Range.of("metadata", "168.63.129.16/32"), // a public address, but a cloud's inside
          Range.of("private", "172.16.0.0/12"),
          Range.of("protocol", "192.0.0.0/24"),
          Range.of("documentation", "192.0.2.0/24"),
          Range.of("protocol", "192.31.196.0/24"),
          Range.of("protocol", "192.52.193.0/24"),
          Range.of("6to4", "192.88.99.0/24"),
          Range.of("private", "192.168.0.0/16"),
          Range.of("protocol", "192.175.48.0/24"),
          Range.of("benchmarking", "198.18.0.0/15"),
          Range.of("documentation", "198.51.100.0/24"),
          Range.of("documentation", "203.0.113.0/24"),
          Range.of("multicast", "224.0.0.0/4"),
          Range.of("reserved", "240.0.0.0/4"));

  /** Within 2000::/3, which alone is given out as global unicast. */
  private static final List<Range> IPV6 =
      List.of(
          Range.of("protocol", "2001:0:0:0:0:0:0:0/23"), // Teredo, ORCHID, benchmarking and others
          Range.of("documentation", "2001:db8:0:0:0:0:0:0/32"),
          Range.of("6to4", "2002:0:0:0:0:0:0:0/16"),
          Range.of("protocol", "2620:4f:8000:0:0:0:0:0/48"),
          Range.of("documentation", "3fff:0:0:0:0:0:0:0/20"));

  private static final Range GLOBAL_UNICAST = Range.of("global", "2000:0:0:0:0:0:0:0/3");
  private static final Range NAT64 = Range.of("nat64", "64:ff9b:0:0:0:0:0:0/96");
  private static final Range UNIQUE_LOCAL = Range.of("unique-local", "fc00:0:0:0:0:0:0:0/7");

  private PublicAddresses() {}

  static @Nullable String refusal(InetAddress address) {
    byte[] bytes = address.getAddress(); // an IPv4-mapped one is four bytes here already
    return bytes.length == IPV4_BYTES ? word(IPV4, bytes) : ofIpv6(address, bytes);
  }

  private static @Nullable String ofIpv6(InetAddress address, byte[] bytes) {
    if (NAT64.holds(bytes)) {
      return word(IPV4, Arrays.copyOfRange(bytes, bytes.length - IPV4_BYTES, bytes.length));
    }
    if (!GLOBAL_UNICAST.holds(bytes)) {
      return outside(address, bytes);
    }
    return word(IPV6, bytes);
  }

  /** Mapped and compatible forms of IPv4 are outside too, whatever they carry. */
  private static String outside(InetAddress address, byte[] bytes) {
    if (address.isLoopbackAddress()) {
      return "loopback";
    }
    if (address.isMulticastAddress()) {
      return "multicast";
    }
    if (address.isLinkLocalAddress()) {
      return "link-local";
    }
    return UNIQUE_LOCAL.holds(bytes) ? "unique-local" : "reserved";
  }

  private static @Nullable String word(List<Range> ranges, byte[] address) {
    for (Range range : ranges) {
      if (range.holds(address)) {
        return range.word();
      }
    }
    return null;
  }

  /** Of a literal, so that nothing is resolved. */
  private static byte[] literal(String text) {
    try {
      return InetAddress.getByName(text).getAddress();
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(text, e);
    }
  }
}
