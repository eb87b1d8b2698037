package io.travelsuite.notify.address;

import static io.travelsuite.InvalidRequestException.unless;

/**
 * What an address is known by where it must not be kept: HMAC-SHA256, by {@link AddressHashes}.
 * Immutable.
 *
 * @param hex 64 hexadecimal digits, in lower case
 */
public record AddressHash(String hex) {

  /** Checks the form. */
  public AddressHash {
    unless(hex.matches("[0-9a-f]{64}"), "hex", "(hidden)", "must be 64 hexadecimal digits");
  }
}
