/**
 * Doing a thing once: keys, claims, leases, and the outcomes that are answered again. The port is
 * {@link io.travelsuite.idempotency.Idempotency}; {@link io.travelsuite.idempotency.Idempotent}
 * runs a function under a key in one call.
 */
@NullMarked
package io.travelsuite.idempotency;

import org.jspecify.annotations.NullMarked;
