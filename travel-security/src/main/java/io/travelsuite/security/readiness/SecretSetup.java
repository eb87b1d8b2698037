package io.travelsuite.security.readiness;

import java.time.Duration;
import java.util.List;

/**
 * Secrets, and where they come from.
 *
 * @param kept all of them, but the database password and payment keys
 * @param managed whether they come from a secret manager: Vault, AWS
 * @param dotEnv whether a {@code .env} file is read
 * @param oldest the age at which a secret is to be rotated
 */
public record SecretSetup(List<KeptSecret> kept, boolean managed, boolean dotEnv, Duration oldest) {

  /** Copies the collections. */
  public SecretSetup {
    kept = List.copyOf(kept);
  }
}
