package io.travelsuite.jdbc;

import io.travelsuite.booking.HoldRequest;
import java.security.MessageDigest;

/** What makes two hold requests the same: SHA-256 of their canonical form. */
final class Fingerprint {

  private final byte[] digest;

  private Fingerprint(byte[] digest) {
    this.digest = digest;
  }

  static Fingerprint of(HoldRequest request) {
    return new Fingerprint(Sha256.of(CanonicalRequest.bytes(request)));
  }

  static Fingerprint stored(byte[] digest) {
    return new Fingerprint(digest);
  }

  byte[] bytes() {
    return digest.clone();
  }

  boolean matches(Fingerprint other) {
    return MessageDigest.isEqual(digest, other.digest);
  }
}
