package io.travelsuite.security.token;

import io.travelsuite.secret.Secret;

/**
 * A new token.
 *
 * @param token the token
 * @param secret what its owner presents, to be shown to them once: it is kept nowhere
 */
public record IssuedToken(ApiToken token, Secret secret) {}
