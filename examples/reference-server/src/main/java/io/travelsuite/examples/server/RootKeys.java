package io.travelsuite.examples.server;

import io.travelsuite.secret.Secret;
import io.travelsuite.security.key.SigningKeys;
import io.travelsuite.security.secret.SecretVersions;
import io.travelsuite.security.secret.Secrets;

/** The root secret, of which cookies are signed and partners' secrets sealed. */
final class RootKeys {

  private static final int ROOT_BYTES = 32;

  private RootKeys() {}

  /** Without one in the settings, as development may be, what it signed ends with the process. */
  static SigningKeys of(Secrets secrets) {
    SecretVersions root = secrets.find(SettingsReader.SIGNING_KEY).orElse(null);
    if (root == null) {
      return SigningKeys.of(Secret.of(StaffDoor.chance(ROOT_BYTES)));
    }
    Secret previous = root.previous();
    return previous == null
        ? SigningKeys.of(root.current())
        : SigningKeys.of(root.current(), previous);
  }
}
