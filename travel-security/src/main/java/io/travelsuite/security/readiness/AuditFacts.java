package io.travelsuite.security.readiness;

import java.time.Instant;

/**
 * The audit log.
 *
 * @param sealed when it was last sealed
 * @param intact whether the seals were verified and fit
 */
public record AuditFacts(Instant sealed, boolean intact) {}
