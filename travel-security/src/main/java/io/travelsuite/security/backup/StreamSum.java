package io.travelsuite.security.backup;

import static io.travelsuite.InvalidRequestException.unless;

/**
 * How long a stream is, and its fingerprint.
 *
 * @param bytes how many
 * @param sha256 SHA-256 (FIPS 180-4) of them, 64 hexadecimal digits
 */
public record StreamSum(long bytes, String sha256) {

  /** Checks the form. */
  public StreamSum {
    unless(bytes >= 0, "bytes", bytes, "must not be negative");
    unless(sha256.matches("[0-9a-f]{64}"), "sha256", sha256, "must be 64 hexadecimal digits");
  }
}
