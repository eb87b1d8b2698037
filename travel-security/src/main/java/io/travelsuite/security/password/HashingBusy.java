package io.travelsuite.security.password;

/**
 * So many passwords are being hashed that this one would have waited too long; nothing was hashed.
 * Over HTTP: 503, to be tried again in a second.
 */
public record HashingBusy() implements HashResult, PasswordCheck {}
