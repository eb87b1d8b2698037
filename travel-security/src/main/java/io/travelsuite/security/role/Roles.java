package io.travelsuite.security.role;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.security.role.AccessDecision.Denied;
import io.travelsuite.security.role.AccessDecision.Granted;
import io.travelsuite.security.role.AccessDecision.NeedsApproval;
import io.travelsuite.security.role.AccessDecision.Reason;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Decides who may do what: what no role of an actor at that operator permits is denied, and no role
 * reaches another operator. Immutable and thread-safe; decides by what it is given, and remembers
 * nothing.
 *
 * <pre>{@code
 * Roles roles = Roles.of(List.of(clerk, accountant), List.of(bigRefunds));
 * roles.decide(actor, action, null).orElseThrow();
 * }</pre>
 */
public final class Roles {

  private final Map<String, Role> byName;
  private final List<TwoPersonRule> twoPersonRules;

  private Roles(Map<String, Role> byName, List<TwoPersonRule> twoPersonRules) {
    this.byName = byName;
    this.twoPersonRules = twoPersonRules;
  }

  /**
   * Roles as the host keeps them; make others when they change.
   *
   * @param roles all roles, each name once
   * @param twoPersonRules what takes two people
   * @return the roles
   */
  public static Roles of(Collection<Role> roles, Collection<TwoPersonRule> twoPersonRules) {
    long names = roles.stream().map(Role::name).distinct().count();
    unless(names == roles.size(), "roles", roles.size(), "must have names of their own");
    Map<String, Role> byName =
        roles.stream().collect(Collectors.toUnmodifiableMap(Role::name, Function.identity()));
    return new Roles(byName, List.copyOf(twoPersonRules));
  }

  /**
   * Decides whether somebody may do something.
   *
   * @param actor who
   * @param action what
   * @param approval a second person's, where there is one; null where there is none
   * @return {@link Granted}, {@link Denied} or {@link NeedsApproval}
   */
  public AccessDecision decide(Actor actor, Action action, @Nullable Approval approval) {
    Optional<String> role = permitting(actor, action);
    if (role.isEmpty()) {
      return new Denied(
          Reason.NO_ROLE,
          "no role of %s there permits %s; roles: %s"
              .formatted(actor.subject(), action, named(actor)));
    }
    Actor.TokenLimit token = actor.token();
    if (token != null && !token.permits(action.permission(), action.operator())) {
      return new Denied(
          Reason.TOKEN_SCOPE,
          "the token of %s does not permit %s".formatted(actor.subject(), action));
    }
    Granted granted =
        new Granted(role.get(), "%s permits %s %s".formatted(role.get(), actor.subject(), action));
    boolean two = twoPersonRules.stream().anyMatch(rule -> rule.concerns(action));
    return two ? approved(granted, actor, action, approval) : granted;
  }

  private AccessDecision approved(
      Granted granted, Actor actor, Action action, @Nullable Approval approval) {
    if (approval == null) {
      return new NeedsApproval("%s takes a second person".formatted(action));
    }
    Actor by = approval.by();
    if (!approval.action().equals(action)) {
      return new Denied(
          Reason.OTHER_ACTION, "%s approved %s".formatted(by.subject(), approval.action()));
    }
    if (by.subject().equals(actor.subject())
        || by.token() != null
        || permitting(by, action).isEmpty()) {
      return new Denied(
          Reason.BAD_APPROVER,
          "%s is no second person who may do %s".formatted(by.subject(), action));
    }
    String because = granted.because() + ", and " + by.subject() + " approved it";
    return new Granted(granted.role(), because);
  }

  /** The first role, in the order of the assignments, that permits it there. */
  private Optional<String> permitting(Actor actor, Action action) {
    return actor.assignments().stream()
        .filter(assignment -> assignment.isAt(action.operator()))
        .map(Assignment::role)
        .filter(name -> permits(name, action.permission()))
        .findFirst();
  }

  private boolean permits(String name, Permission permission) {
    Role role = byName.get(name);
    return role != null && role.permissions().contains(permission);
  }

  private static String named(Actor actor) {
    return actor.assignments().stream()
        .map(a -> a.role() + (a.operator() == null ? " everywhere" : " at " + a.operator()))
        .collect(Collectors.joining(", ", "[", "]"));
  }
}
