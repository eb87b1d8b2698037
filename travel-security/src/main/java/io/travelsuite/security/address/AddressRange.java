package io.travelsuite.security.address;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.InvalidRequestException;

/**
 * The addresses that begin with the same bits (CIDR, RFC 4632 and RFC 4291).
 *
 * @param first the lowest of them; bits beyond the prefix are cleared
 * @param bits how many bits are the same, of 128: those of an IPv4 range and 96
 */
public record AddressRange(IpAddress first, int bits) {

  private static final int V4_OFFSET = 96;

  /** Clears what is beyond the prefix. */
  public AddressRange {
    unless(bits >= 0 && bits <= 128, "bits", bits, "must be 0 to 128");
    unless(!first.isV4() || bits >= V4_OFFSET, "bits", bits, "must be 96 to 128 with IPv4");
    unless(first.zone().isEmpty(), "range", first, "must not have a zone");
    first = new IpAddress(first.high() & mask(bits), first.low() & mask(bits - 64), "");
  }

  /**
   * {@return the range that a text is}: {@code 192.0.2.0/24}, {@code 2001:db8::/32}, or an address
   * alone, which is a range of one
   *
   * @param text an address, and after a slash the number of bits
   * @throws InvalidRequestException if it is none
   */
  public static AddressRange parse(String text) {
    int slash = text.indexOf('/');
    String address = slash < 0 ? text : text.substring(0, slash);
    IpAddress first = IpAddress.parse(address).orElseThrow(() -> refused(text));
    if (slash < 0) {
      return new AddressRange(first, 128);
    }
    String prefix = text.substring(slash + 1);
    unless(prefix.matches("0|[1-9][0-9]{0,2}"), "range", text, "must end in a number of bits");
    boolean shortForm = first.isV4() && address.indexOf(':') < 0;
    int given = Integer.parseInt(prefix);
    unless(
        given <= (shortForm ? 32 : 128), "range", text, "must have no more bits than an address");
    return new AddressRange(first, given + (shortForm ? V4_OFFSET : 0));
  }

  private static InvalidRequestException refused(String text) {
    return new InvalidRequestException("range", text, "must be an address or address/bits");
  }

  /**
   * {@return whether an address is one of these}
   *
   * @param address any; its zone does not matter
   */
  public boolean contains(IpAddress address) {
    return address.isV4() == first.isV4()
        && (address.high() & mask(bits)) == first.high()
        && (address.low() & mask(bits - 64)) == first.low();
  }

  private static long mask(int bits) {
    if (bits <= 0) {
      return 0;
    }
    return bits >= 64 ? -1 : -1L << (64 - bits);
  }

  /** As {@link #parse} reads it. */
  @Override
  public String toString() {
    return first + "/" + (first.isV4() ? bits - V4_OFFSET : bits);
  }
}
