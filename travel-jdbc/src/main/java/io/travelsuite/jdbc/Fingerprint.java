package io.travelsuite.jdbc;

import io.travelsuite.booking.HoldRequest;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** What makes two hold requests the same: SHA-256 of their canonical form. */
final class Fingerprint {

  private final byte[] digest;

  private Fingerprint(byte[] digest) {
    this.digest = digest;
  }

  static Fingerprint of(HoldRequest request) {
    try {
      byte[] canonical = CanonicalRequest.bytes(request);
      return new Fingerprint(MessageDigest.getInstance("SHA-256").digest(canonical));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
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
