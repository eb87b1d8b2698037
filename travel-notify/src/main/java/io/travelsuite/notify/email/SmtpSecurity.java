package io.travelsuite.notify.email;

/** How a connection to the relay is protected. */
public enum SmtpSecurity {
  /** By STARTTLS (RFC 3207), usually on port 587; without it nothing is sent. */
  STARTTLS,
  /** From the first byte (RFC 8314), usually on port 465. */
  TLS,
  /** Not at all: readable and changeable by whoever is between. */
  PLAIN
}
