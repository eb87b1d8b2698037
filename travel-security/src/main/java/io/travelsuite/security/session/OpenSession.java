package io.travelsuite.security.session;

import io.travelsuite.secret.Secret;

/**
 * A session with a new id.
 *
 * @param session the session
 * @param cookie what its cookie is to hold, 43 characters: it is kept nowhere
 */
public record OpenSession(Session session, Secret cookie) {}
