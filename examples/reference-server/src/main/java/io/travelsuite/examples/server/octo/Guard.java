package io.travelsuite.examples.server.octo;

import io.javalin.http.Context;
import io.travelsuite.security.address.RequestHeaders;
import io.travelsuite.security.rate.Decision;
import io.travelsuite.security.rate.RateLimiter;
import io.travelsuite.security.rate.RateRequest;
import io.travelsuite.security.role.Permission;
import io.travelsuite.security.token.ApiToken;
import io.travelsuite.security.token.ApiTokens;
import io.travelsuite.security.token.TokenCheck;

/**
 * Who is let in: whoever has a token for it, and not too often.
 *
 * @param tokens the resellers' tokens
 * @param limiter of calls that change something, by token
 */
public record Guard(ApiTokens tokens, RateLimiter limiter) {

  /** The token of a request, if it is good for what the request does. */
  ApiToken authenticate(Context context, Permission needed) {
    String presented = ApiTokens.bearer(context.header("Authorization")).orElse(null);
    if (!(tokens.check(presented) instanceof TokenCheck.Accepted accepted)) {
      throw OctoException.of(OctoException.Code.UNAUTHORIZED, "a valid bearer token is needed");
    }
    if (!accepted.allows(needed)) {
      throw OctoException.of(OctoException.Code.FORBIDDEN, "the token is not for that");
    }
    return accepted.token();
  }

  /** Counts a call that changes something. */
  Decision count(Context context, ApiToken token) {
    return limiter.decide(
        new RateRequest(
            context.method().toString(),
            context.ip(),
            RequestHeaders.none(),
            token.id().toString()));
  }
}
