package io.travelsuite.jdbc;

import io.travelsuite.idempotency.ClaimTerms;
import io.travelsuite.idempotency.Fence;
import io.travelsuite.idempotency.Fingerprint;
import io.travelsuite.idempotency.Scope;
import java.time.Instant;
import java.util.UUID;

/**
 * One call of claim. By its owner, made before the first try, it knows its own row again when the
 * answer to a COMMIT was lost.
 *
 * @param scope of the key
 * @param key as given
 * @param fingerprint of the request
 * @param terms of the claim
 * @param owner of this call alone
 */
record ClaimAsk(Scope scope, String key, Fingerprint fingerprint, ClaimTerms terms, UUID owner) {

  byte[] hash() {
    return ClaimKey.of(scope, key);
  }

  Fence fence(long number) {
    return new Fence(scope, key, number, owner);
  }

  Instant leaseFrom(Instant now) {
    return UtcTime.stored(now.plus(terms.lease()));
  }

  int retentionSeconds() {
    return Math.toIntExact(terms.retention().toSeconds());
  }
}
