package io.travelsuite.examples.server.edge;

import io.javalin.http.Context;
import io.travelsuite.examples.server.answer.Answer;
import io.travelsuite.examples.server.answer.Why;
import io.travelsuite.security.role.Permission;
import io.travelsuite.security.token.ApiToken;
import io.travelsuite.security.token.ApiTokens;
import io.travelsuite.security.token.TokenCheck;

/**
 * Knows programs by their bearer tokens.
 *
 * @param tokens all of them
 */
public record TokenGuard(ApiTokens tokens) {

  /**
   * {@return the token of a request, if it is good and for what the request does}
   *
   * @param context of the request
   * @param needed what it does
   */
  public Answer<ApiToken> token(Context context, Permission needed) {
    String presented = ApiTokens.bearer(context.header("Authorization")).orElse(null);
    if (!(tokens.check(presented) instanceof TokenCheck.Accepted accepted)) {
      return Answer.refused(Why.UNAUTHORIZED, "a valid bearer token is needed");
    }
    return accepted.allows(needed)
        ? new Answer.Done<>(accepted.token())
        : Answer.refused(Why.NOT_PERMITTED, "the token is not for that");
  }
}
