package io.travelsuite.examples.server.signin;

import io.travelsuite.examples.server.answer.Answer;
import io.travelsuite.examples.server.answer.Why;
import io.travelsuite.inventory.OperatorId;
import io.travelsuite.security.role.AccessDecision;
import io.travelsuite.security.role.Action;
import io.travelsuite.security.role.Actor;
import io.travelsuite.security.role.Approval;
import io.travelsuite.security.role.Assignment;
import io.travelsuite.security.role.Permission;
import io.travelsuite.security.role.Permissions;
import io.travelsuite.security.role.Roles;
import io.travelsuite.security.role.SubjectId;
import io.travelsuite.security.role.TwoPersonRule;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Who works for the operator, and who may do what: the one answer to that, for the API, the pages
 * and the gate in front of both. Thread-safe.
 */
public final class Staff {

  /** Up to so much one person may give back alone. */
  private static final Money ALONE = Money.parse("EUR 50.00");

  private final Roles roles =
      Roles.of(StaffRoles.all(), List.of(new TwoPersonRule(Permissions.PAYMENT_REFUND, ALONE)));
  private final StaffAccounts accounts;
  private final OperatorId operator;

  /**
   * The staff of an operator.
   *
   * @param accounts who has an account, and with which role
   * @param operator whom they work for
   */
  public Staff(StaffAccounts accounts, OperatorId operator) {
    this.accounts = accounts;
    this.operator = operator;
  }

  /**
   * {@return somebody with their role as it is now; without any when they do not work here}
   *
   * @param subject who
   */
  public Actor person(SubjectId subject) {
    return accounts
        .bySubject(subject)
        .map(known -> person(subject, known.role()))
        .orElseGet(() -> Actor.person(subject));
  }

  /**
   * {@return the name of somebody, as they sign in; of a program its subject}
   *
   * @param subject who
   */
  public String name(String subject) {
    return accounts.bySubject(new SubjectId(subject)).map(known -> known.name()).orElse(subject);
  }

  private Actor person(SubjectId subject, String role) {
    return Actor.person(subject, new Assignment(role, operator));
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

  /**
   * {@return whether somebody may do a thing at all}: it may take a second person, which is seen
   * when it is known what it is about
   *
   * @param actor who
   * @param permission what it takes
   * @param about on what, for the reason
   */
  public boolean permits(Actor actor, Permission permission, String about) {
    Action action = new Action(permission, operator, about, null);
    return !(decide(actor, action, null) instanceof Answer.Refused<Action> no
        && no.why() == Why.NOT_PERMITTED);
  }

  /** The same of somebody whose role has just been read. */
  boolean permits(SubjectId subject, String role, Permission permission) {
    return permits(person(subject, role), permission, permission.name());
  }
}
