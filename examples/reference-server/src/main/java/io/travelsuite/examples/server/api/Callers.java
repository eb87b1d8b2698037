package io.travelsuite.examples.server.api;

import io.javalin.http.Context;
import io.travelsuite.examples.server.answer.Why;
import io.travelsuite.examples.server.signin.Staff;
import io.travelsuite.inventory.OperatorId;
import io.travelsuite.security.role.Actor;
import io.travelsuite.security.role.Permission;
import io.travelsuite.security.role.SubjectId;
import io.travelsuite.security.token.ApiTokens;
import io.travelsuite.security.token.TokenCheck;
import io.travelsuite.security.token.TokenGrant;

/**
 * Finds out who calls: a program by its bearer token, or a person by their session.
 *
 * @param tokens of programs
 * @param signedIn people
 * @param staff who works here, and as what
 * @param operator whom they work for
 */
record Callers(ApiTokens tokens, SignedIn signedIn, Staff staff, OperatorId operator) {

  /**
   * The caller, if they may do that: a token must be for it, and in the office, or by a session, a
   * role must permit it.
   */
  Caller caller(Context context, Permission needed, boolean office) {
    Caller caller =
        context.header("Authorization") == null
            ? person(context)
            : program(context, needed, office);
    if (office || caller.actor().token() == null) {
      if (!staff.permits(caller.actor(), needed, context.path())) {
        throw Problem.of(Why.NOT_PERMITTED, "no role of theirs permits that").exception();
      }
    }
    return caller;
  }

  private Caller person(Context context) {
    SubjectId person = signedIn.of(context).orElseThrow(Callers::unauthorized);
    return new Caller(staff.person(person), "person " + person);
  }

  /** The roles of the token's subject are looked up where they count, which is in the office. */
  private Caller program(Context context, Permission needed, boolean office) {
    String presented = ApiTokens.bearer(context.header("Authorization")).orElse(null);
    if (!(tokens.check(presented) instanceof TokenCheck.Accepted accepted)) {
      throw unauthorized();
    }
    if (!accepted.allows(needed)) {
      throw Problem.of(Why.NOT_PERMITTED, "the token is not for that").exception();
    }
    TokenGrant grant = accepted.token().grant();
    Actor subject = office ? staff.person(grant.subject()) : Actor.person(grant.subject());
    Actor actor = subject.by(grant.scopes(), grant.operator());
    return new Caller(actor, accepted.token().id().toString());
  }

  private static ProblemException unauthorized() {
    return Problem.of(401, "unauthorized", "a valid bearer token is needed").exception();
  }
}
