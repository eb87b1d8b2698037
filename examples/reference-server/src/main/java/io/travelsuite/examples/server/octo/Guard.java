package io.travelsuite.examples.server.octo;

import io.javalin.http.Context;
import io.travelsuite.examples.server.answer.Answer;
import io.travelsuite.examples.server.answer.Why;
import io.travelsuite.examples.server.edge.Rates;
import io.travelsuite.examples.server.edge.TokenGuard;
import io.travelsuite.security.rate.Decision;
import io.travelsuite.security.rate.RateLimiter;
import io.travelsuite.security.role.Permission;
import io.travelsuite.security.token.ApiToken;

/**
 * Who is let in, and how often, in OCTO's words.
 *
 * @param tokens the resellers' tokens
 * @param limiter of calls that change something, by token
 */
public record Guard(TokenGuard tokens, RateLimiter limiter) {

  /** The token of a request, if it is good for what the request does. */
  ApiToken authenticate(Context context, Permission needed) {
    Answer<ApiToken> answer = tokens.token(context, needed);
    if (answer instanceof Answer.Refused<ApiToken> no) {
      boolean known = no.why() == Why.NOT_PERMITTED;
      throw OctoException.of(
          known ? OctoException.Code.FORBIDDEN : OctoException.Code.UNAUTHORIZED, no.detail());
    }
    return answer.orElseThrow();
  }

  /** Counts a call that changes something. */
  Decision count(Context context, ApiToken token) {
    return Rates.count(context, limiter, token.id().toString());
  }
}
