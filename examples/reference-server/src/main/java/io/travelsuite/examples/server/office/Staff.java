package io.travelsuite.examples.server.office;

import io.travelsuite.examples.server.answer.Answer;
import io.travelsuite.examples.server.answer.Why;
import io.travelsuite.security.role.AccessDecision;
import io.travelsuite.security.role.Action;
import io.travelsuite.security.role.Actor;
import io.travelsuite.security.role.Approval;
import io.travelsuite.security.role.Assignment;
import io.travelsuite.security.role.Roles;
import io.travelsuite.security.role.SubjectId;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Who works for the operator, and who may do what. Immutable.
 *
 * @param roles what a role may do
 * @param members the roles of somebody; none of those who do not work here
 */
public record Staff(Roles roles, Function<SubjectId, List<Assignment>> members) {

  /**
   * {@return somebody with their roles; without any when they do not work here}
   *
   * @param subject who
   */
  public Actor person(SubjectId subject) {
    return new Actor(subject, members.apply(subject), null);
  }

  /**
   * Decides whether somebody may do something.
   *
   * @param actor who
   * @param action what
   * @param approval of a second person, or null
   * @return the action, or why not
   */
  public Answer<Action> decide(Actor actor, Action action, @Nullable Approval approval) {
    AccessDecision decision = roles.decide(actor, action, approval);
    if (decision instanceof AccessDecision.Granted) {
      return new Answer.Done<>(action);
    }
    boolean second =
        decision instanceof AccessDecision.NeedsApproval
            || (decision instanceof AccessDecision.Denied denied
                && denied.reason() == AccessDecision.Reason.BAD_APPROVER);
    return second
        ? Answer.refused(
            Why.SECOND_PERSON_NEEDED,
            "it takes a second person, who is signed in and may do it too")
        : Answer.refused(Why.NOT_PERMITTED, "no role of theirs permits that");
  }
}
