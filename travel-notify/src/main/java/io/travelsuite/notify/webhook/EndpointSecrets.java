package io.travelsuite.notify.webhook;

import io.travelsuite.secret.Secret;
import java.util.Optional;

/**
 * Where the host keeps the secrets of endpoints: a vault, or a table of its own that it encrypts.
 * The library's tables have none. Thread-safe; called before each try, with no connection held.
 */
@FunctionalInterface
public interface EndpointSecrets {

  /**
   * The secret of an endpoint.
   *
   * @param endpoint the endpoint
   * @param number which of its secrets, from 1
   * @return the secret in the form of {@link StandardSignature#newSecret}, or nothing: then the
   *     webhook is not sent, and tried again later
   */
  Optional<Secret> secret(EndpointId endpoint, int number);
}
