package io.travelsuite.notify.email;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.notify.address.EmailAddress;
import org.jspecify.annotations.Nullable;

/**
 * Who an operator's e-mails come from. Immutable.
 *
 * @param from the address; the domain that its relay signs for (DKIM), and bounces go to
 * @param name what readers see; empty for none. Any text: line breaks become spaces
 * @param replyTo where answers go, or null for {@code from}
 */
public record EmailSender(String from, String name, @Nullable String replyTo) {

  /** Checks the addresses. */
  public EmailSender {
    unless(EmailAddress.parse(from).isPresent(), "from", from, "must be an e-mail address");
    boolean answerable = replyTo == null || EmailAddress.parse(replyTo).isPresent();
    unless(answerable, "replyTo", replyTo, "must be an e-mail address");
  }

  /** The address in ASCII. */
  EmailAddress address() {
    return EmailAddress.parse(from).orElseThrow();
  }
}
