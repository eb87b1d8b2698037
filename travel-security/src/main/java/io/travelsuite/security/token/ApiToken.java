package io.travelsuite.security.token;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A token as those see it who manage it; what its owner presents is not in it, and is nowhere kept.
 *
 * @param id names it
 * @param grant what it is for
 * @param createdAt when it was issued
 * @param expiresAt from then on it is refused
 * @param revokedAt when it was revoked, or null
 * @param lastUsedAt when it was last seen to be used, or null; up to {@link ApiTokens#SEEN_EVERY}
 *     behind
 */
public record ApiToken(
    TokenId id,
    TokenGrant grant,
    Instant createdAt,
    Instant expiresAt,
    @Nullable Instant revokedAt,
    @Nullable Instant lastUsedAt) {}
