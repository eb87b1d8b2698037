package io.travelsuite.examples.server;

import io.travelsuite.secret.Secret;
import io.travelsuite.security.key.SigningKeys;
import io.travelsuite.security.secret.Secrets;

/** The root secret, of which cookies are signed and partners' secrets sealed. */
final class RootKeys {

  private static final int ROOT_BYTES = 32;

  private RootKeys() {}

  /** Without one in the settings, as development may be, what it signed ends with the process. */
  static SigningKeys of(Secrets secrets) {
    return secrets
        .find(SettingsReader.SIGNING_KEY)
        .map(SigningKeys::of)
        .orElseGet(() -> SigningKeys.of(Secret.of(StaffDoor.chance(ROOT_BYTES))));
  }
}
