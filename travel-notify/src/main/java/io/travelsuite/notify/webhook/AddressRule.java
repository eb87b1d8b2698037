package io.travelsuite.notify.webhook;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/** Which addresses a partner's name may stand for. Thread-safe. */
@FunctionalInterface
public interface AddressRule {

  /**
   * Judges an address before a connection is made to it.
   *
   * @param address what the name resolved to
   * @return why it is refused, a short stable word such as {@code loopback}, or null if it is not
   */
  @Nullable String refusal(InetAddress address);

  /**
   * {@return the rule that allows what the whole internet can reach, and nothing else}
   *
   * <p>By the registries of special-purpose addresses (IANA, RFC 6890 and its updates): refused are
   * this network, loopback, private, link-local (with the metadata services of clouds), unique
   * local, carrier NAT, documentation, benchmarking, multicast and reserved addresses, 6to4 and
   * Teredo as a whole, and addresses that carry one of these in IPv4-mapped, IPv4-compatible or
   * NAT64 form.
   */
  static AddressRule publicOnly() {
    return PublicAddresses::refusal;
  }

  /**
   * {@return this rule and another: refused is what either refuses} For a host's own public ranges.
   *
   * @param other the other
   */
  default AddressRule and(AddressRule other) {
    return address -> {
      String mine = refusal(address);
      return mine == null ? other.refusal(address) : mine;
    };
  }
}
