package io.travelsuite.notify.email;

/** How far a connection has got: what a failure means depends on it. */
enum SmtpPhase {
  /** No greeting yet, or no handshake from the first byte. */
  CONNECTING,
  /** Greeted, capabilities known. */
  GREETED,
  /** STARTTLS was sent. */
  SECURING,
  /** MAIL FROM was sent. */
  SENDER,
  /** RCPT TO was sent. */
  RECIPIENT,
  /** DATA was sent, and not its end. */
  CONTENT,
  /** The dot that ends the data was about to be sent: whose message it is only an answer tells. */
  ENDED
}
