package io.travelsuite.security.readiness;

import java.time.Duration;

/**
 * How mails are sent.
 *
 * @param encryption of the connection
 * @param checksName whether the certificate must be of the server
 * @param debug whether the conversation is logged, with the password in it
 * @param from the sender
 * @param timeout how long a send may take, zero for ever
 */
public record MailSetup(
    Encryption encryption, boolean checksName, boolean debug, String from, Duration timeout) {

  /** Of a connection to a mail server. */
  public enum Encryption {
    /** TLS from the first byte. */
    SMTPS,
    /** STARTTLS, and nothing is sent without it. */
    STARTTLS_REQUIRED,
    /** STARTTLS where the server offers it: who is in between takes the offer out. */
    STARTTLS_IF_OFFERED,
    /** None. */
    NONE
  }
}
