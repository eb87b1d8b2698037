/**
 * The Idempotency-Key HTTP header (draft-ietf-httpapi-idempotency-key-header), without a framework:
 * {@link io.travelsuite.idempotency.http.IdempotentHttp}.
 */
@NullMarked
package io.travelsuite.idempotency.http;

import org.jspecify.annotations.NullMarked;
