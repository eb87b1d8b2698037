package io.travelsuite.security.token;

import io.travelsuite.security.role.Permission;

/** What {@link ApiTokens#check} answers: {@link Accepted} or {@link Refused}. */
public sealed interface TokenCheck permits TokenCheck.Accepted, TokenCheck.Refused {

  /**
   * The token is good now.
   *
   * @param token what it is for; its subject's roles are looked at too
   */
  record Accepted(ApiToken token) implements TokenCheck {

    /**
     * {@return whether the token may do that; its subject must be allowed it as well}
     *
     * @param permission what is to be done
     */
    public boolean allows(Permission permission) {
      return token.grant().scopes().contains(permission);
    }
  }

  /**
   * It is not. Over HTTP: 401, the same for all reasons.
   *
   * @param reason for the log
   */
  record Refused(Reason reason) implements TokenCheck {}

  /** Why a token is refused. */
  enum Reason {
    /**
     * It is no token of this application, or was mistyped: its checksum is wrong. Not looked up.
     */
    MALFORMED,
    /** It has the form of a token and was never issued, or was purged since. */
    UNKNOWN,
    /** Its end has come. */
    EXPIRED,
    /** It was revoked. */
    REVOKED
  }
}
