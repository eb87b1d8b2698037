package io.travelsuite.notify.email;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.util.Properties;

/** A message whose id is given: Jakarta Mail makes a random one of each. */
final class EmailMessage extends MimeMessage {

  private final String id;

  EmailMessage(String id) {
    super(Session.getInstance(new Properties()));
    this.id = id;
  }

  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", "<" + id + ">");
  }
}
