package io.travelsuite.examples.server.message;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.notify.address.EmailAddress;
import io.travelsuite.notify.email.SmtpSettings;

/**
 * Where mails go out.
 *
 * @param smtp how the mail server is reached
 * @param from the address they come from, and answers go to; of a domain that the server signs for
 */
public record MailServer(SmtpSettings smtp, String from) {

  /** Checks the address. */
  public MailServer {
    unless(EmailAddress.parse(from).isPresent(), "from", from, "must be an e-mail address");
  }
}
