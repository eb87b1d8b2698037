package io.travelsuite.payments.webhook;

import io.travelsuite.webhook.VerifiedWebhook;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The provider signed all that its events say. Safe for use by many threads.
 *
 * <p>The body is taken apart when the events are asked for first: judging a signature does not pay
 * for it.
 */
public final class Verified implements Verification {

  private final Supplier<List<VerifiedWebhook>> reading;
  private volatile @Nullable List<VerifiedWebhook> webhooks;

  Verified(Supplier<List<VerifiedWebhook>> reading) {
    this.reading = reading;
  }

  /**
   * {@return its events, in their order: one with most providers, none if a provider that sends
   * batches sent an empty one}
   */
  public List<VerifiedWebhook> webhooks() {
    List<VerifiedWebhook> read = webhooks;
    if (read == null) {
      read = List.copyOf(reading.get());
      webhooks = read;
    }
    return read;
  }

  @Override
  public String toString() {
    return "Verified" + webhooks();
  }
}
