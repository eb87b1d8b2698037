package io.travelsuite.security.address;

import static io.travelsuite.InvalidRequestException.unless;

import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/**
 * An IP address, written as a literal: nothing is ever looked up. An IPv4 address and the same one
 * mapped into IPv6 (RFC 4291, section 2.5.5.2) are equal.
 *
 * @param high the first 64 bits; 0 for IPv4
 * @param low the last 64 bits; for IPv4 {@code ffff} and the address
 * @param zone an IPv6 zone (RFC 4007), empty when there is none; 32 characters at most
 */
public record IpAddress(long high, long low, String zone) {

  /** The bits of an IPv6 network that one customer gets at least (RFC 6177). */
  public static final int CUSTOMER_BITS = 64;

  private static final Pattern ZONE = Pattern.compile("[A-Za-z0-9._~-]{1,32}");

  /** Checks the zone. */
  public IpAddress {
    boolean named = !zone.isEmpty();
    unless(
        !named || ZONE.matcher(zone).matches(),
        "zone",
        zone,
        "must be 1 to 32 of A-Z a-z 0-9 . _ ~ -");
    unless(!named || !isV4(high, low), "zone", zone, "must be empty with IPv4");
  }

  /**
   * {@return the address that a text is, with an IPv6 zone if it has one}
   *
   * <p>IPv4 is four decimal numbers without leading zeros; IPv6 is as in RFC 4291, section 2.2.
   *
   * @param text without brackets and port
   */
  public static Optional<IpAddress> parse(String text) {
    return Optional.ofNullable(IpText.address(text));
  }

  /**
   * {@return the address of a host with or without a port}, such as {@code 192.0.2.1:80} or {@code
   * [2001:db8::1]:80}; IPv6 without a port may do without brackets
   *
   * @param text as in {@code X-Forwarded-For}, or what a server tells of its peer
   */
  public static Optional<IpAddress> parseHost(String text) {
    return Optional.ofNullable(IpText.host(text));
  }

  /** {@return whether this is IPv4} */
  public boolean isV4() {
    return isV4(high, low);
  }

  private static boolean isV4(long high, long low) {
    return high == 0 && low >>> 32 == 0xffff;
  }

  /** {@return whether this is 0.0.0.0 or ::, which is nobody's} */
  public boolean isUnspecified() {
    return high == 0 && (low == 0 || low == 0xffff_0000_0000L);
  }

  /**
   * {@return what stands for a client where clients are counted}: an IPv4 address as it is; of an
   * IPv6 address the first 64 bits, since whoever has one address has all of its network
   */
  public String network() {
    return isV4() ? toString() : new IpAddress(high, 0, "") + "/" + CUSTOMER_BITS;
  }

  /** As RFC 5952 writes it. */
  @Override
  public String toString() {
    if (isV4()) {
      return (low >>> 24 & 0xff)
          + "."
          + (low >>> 16 & 0xff)
          + "."
          + (low >>> 8 & 0xff)
          + "."
          + (low & 0xff);
    }
    return v6() + (zone.isEmpty() ? "" : "%" + zone);
  }

  /** The longest run of two or more zero groups, the first of several, is left out. */
  private String v6() {
    int from = -1;
    int longest = 1;
    for (int start = 0; start < 8; start++) {
      int length = 0;
      while (start + length < 8 && group(start + length) == 0) {
        length++;
      }
      if (length > longest) {
        longest = length;
        from = start;
      }
    }
    if (from < 0) {
      return groups(0, 8);
    }
    return groups(0, from) + "::" + groups(from + longest, 8);
  }

  private String groups(int from, int to) {
    StringJoiner joined = new StringJoiner(":");
    for (int at = from; at < to; at++) {
      joined.add(Integer.toHexString(group(at)));
    }
    return joined.toString();
  }

  private int group(int at) {
    long half = at < 4 ? high : low;
    return (int) (half >>> (48 - 16 * (at % 4))) & 0xffff;
  }
}
