package io.travelsuite.examples.server.api;

import io.javalin.http.Context;
import io.travelsuite.examples.server.answer.Answer;
import io.travelsuite.examples.server.answer.Why;
import io.travelsuite.examples.server.edge.TokenGuard;
import io.travelsuite.examples.server.signin.Staff;
import io.travelsuite.inventory.OperatorId;
import io.travelsuite.security.role.Actor;
import io.travelsuite.security.role.Permission;
import io.travelsuite.security.role.SubjectId;
import io.travelsuite.security.token.ApiToken;
import io.travelsuite.security.token.TokenGrant;

/**
 * Finds out who calls: a program by its bearer token, or a person by their session.
 *
 * @param guard of programs
 * @param signedIn people
 * @param staff who works here, and as what
 * @param operator whom they work for
 */
record Callers(TokenGuard guard, SignedIn signedIn, Staff staff, OperatorId operator) {

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
    Answer<ApiToken> answer = guard.token(context, needed);
    if (answer instanceof Answer.Refused<ApiToken> no) {
      throw Problem.of(no.why(), no.detail()).exception();
    }
    ApiToken token = answer.orElseThrow();
    TokenGrant grant = token.grant();
    Actor subject = office ? staff.person(grant.subject()) : Actor.person(grant.subject());
    Actor actor = subject.by(grant.scopes(), grant.operator());
    return new Caller(actor, token.id().toString());
  }

  private static ProblemException unauthorized() {
    return Problem.of(Why.UNAUTHORIZED, "a valid bearer token is needed").exception();
  }
}
