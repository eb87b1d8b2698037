package io.travelsuite.security.readiness;

/**
 * What the mail server offered.
 *
 * @param encrypted whether a connection could be encrypted
 * @param nameFits whether its certificate is of its name
 * @param loginInClear whether it takes a password before TLS
 */
public record MailFacts(boolean encrypted, boolean nameFits, boolean loginInClear) {}
