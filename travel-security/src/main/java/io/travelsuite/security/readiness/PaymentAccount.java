package io.travelsuite.security.readiness;

import io.travelsuite.secret.Secret;
import java.time.Duration;
import java.util.List;

/**
 * An account at a payment provider.
 *
 * @param provider its name
 * @param live whether the provider is used in live mode
 * @param key the API key
 * @param webhookSecrets what webhooks are verified by
 * @param webhookUrl where webhooks are to be sent
 * @param tolerance how old a signed webhook may be, zero for any
 */
public record PaymentAccount(
    String provider,
    boolean live,
    Secret key,
    List<Secret> webhookSecrets,
    String webhookUrl,
    Duration tolerance) {

  /** Copies the collections. */
  public PaymentAccount {
    webhookSecrets = List.copyOf(webhookSecrets);
  }

  /** The URL may hold a token. */
  @Override
  public String toString() {
    return "PaymentAccount[hidden]";
  }
}
