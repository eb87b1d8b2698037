package io.travelsuite.examples.server.api;

import io.javalin.http.Context;
import io.travelsuite.examples.server.answer.Answer;
import io.travelsuite.examples.server.answer.Why;
import io.travelsuite.examples.server.office.Staff;
import io.travelsuite.inventory.OperatorId;
import io.travelsuite.security.role.Action;
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
        context.header("Authorization") == null ? person(context) : program(context, needed);
    if (office || caller.actor().token() == null) {
      Action action = new Action(needed, operator, context.path(), null);
      if (staff.decide(caller.actor(), action, null) instanceof Answer.Refused<Action> no
          && no.why() == Why.NOT_PERMITTED) { // whether it takes a second person is seen later
        throw Problem.of(no.why(), no.detail()).exception();
      }
    }
    return caller;
  }

  private Caller person(Context context) {
    SubjectId person = signedIn.of(context).orElseThrow(Callers::unauthorized);
    return new Caller(staff.person(person), "person " + person);
  }

  private Caller program(Context context, Permission needed) {
    String presented = ApiTokens.bearer(context.header("Authorization")).orElse(null);
    if (!(tokens.check(presented) instanceof TokenCheck.Accepted accepted)) {
      throw unauthorized();
    }
    if (!accepted.allows(needed)) {
      throw Problem.of(Why.NOT_PERMITTED, "the token is not for that").exception();
    }
    TokenGrant grant = accepted.token().grant();
    Actor actor = staff.person(grant.subject()).by(grant.scopes(), grant.operator());
    return new Caller(actor, accepted.token().id().toString());
  }

  private static ProblemException unauthorized() {
    return Problem.of(401, "unauthorized", "a valid bearer token is needed").exception();
  }
}
