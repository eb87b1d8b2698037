package io.travelsuite.notify.email;

import io.travelsuite.notify.channel.Message;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Where a reader gets off a list. Thread-safe. */
@FunctionalInterface
public interface UnsubscribeLink {

  /**
   * {@return the link of a message}, {@code https:} or {@code mailto:}, or null where it is on no
   * list. A POST to an {@code https:} link unsubscribes at once, without asking (RFC 8058): it
   * should hold a token that cannot be guessed, and do nothing on a GET
   *
   * @param message the message
   */
  @Nullable URI of(Message message);
}
