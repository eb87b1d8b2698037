package io.travelsuite.security.readiness;

import java.time.Instant;

/**
 * The certificate of the public address, and how it is used.
 *
 * @param until when it expires
 * @param nameFits whether it is of the name
 * @param trusted whether a client trusts its chain
 * @param oldProtocols whether TLS 1.0 or 1.1 is accepted
 * @param keyKind {@code RSA} or {@code EC}
 * @param keyBits the length of its key
 */
public record TlsFacts(
    Instant until,
    boolean nameFits,
    boolean trusted,
    boolean oldProtocols,
    String keyKind,
    int keyBits) {}
