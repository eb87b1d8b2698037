package io.travelsuite.security.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.travelsuite.InvalidRequestException;
import io.travelsuite.RefusedException;
import io.travelsuite.inventory.OperatorId;
import io.travelsuite.security.role.AccessDecision.Denied;
import io.travelsuite.security.role.AccessDecision.Granted;
import io.travelsuite.security.role.AccessDecision.NeedsApproval;
import io.travelsuite.security.role.AccessDecision.Reason;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class RolesTest {

  private static final OperatorId ACME = new OperatorId(new UUID(0, 1));
  private static final OperatorId OTHER = new OperatorId(new UUID(0, 2));

  private static final Role CLERK =
      new Role("clerk", Set.of(Permissions.BOOKING_READ, Permissions.BOOKING_CANCEL));
  private static final Role ACCOUNTANT =
      new Role("accountant", Set.of(Permissions.PAYMENT_READ, Permissions.PAYMENT_REFUND));
  private static final Role EMPTY = new Role("guest", Set.of());

  private final Roles roles =
      Roles.of(
          List.of(CLERK, ACCOUNTANT, EMPTY),
          List.of(new TwoPersonRule(Permissions.PAYMENT_REFUND, Money.parse("EUR 500.00"))));

  private static Actor actor(String name, String role, OperatorId operator) {
    return Actor.person(new SubjectId(name), new Assignment(role, operator));
  }

  private static Action action(Permission permission, OperatorId operator) {
    return new Action(permission, operator, "booking-1", Money.parse("EUR 1.00"));
  }

  private static Action refund(String amount) {
    return new Action(Permissions.PAYMENT_REFUND, ACME, "refund-1", Money.parse(amount));
  }

  private static Set<Permission> all() {
    return new HashSet<>(Permissions.byOperation().values());
  }

  @Test
  void every_cell_of_role_operation_and_operator_is_as_the_roles_say_and_denied_by_default() {
    int granted = 0;
    for (Role role : List.of(CLERK, ACCOUNTANT, EMPTY)) {
      for (Permission permission : all()) {
        for (OperatorId there : List.of(ACME, OTHER)) {
          Actor actor = actor("anna", role.name(), ACME);
          AccessDecision decision = roles.decide(actor, action(permission, there), null);
          boolean expected = role.permissions().contains(permission) && there.equals(ACME);
          assertThat(decision instanceof Granted).as(decision.because()).isEqualTo(expected);
          granted += expected ? 1 : 0;
        }
      }
    }
    assertThat(granted).isEqualTo(4);
  }

  @Test
  void an_assignment_everywhere_reaches_all_operators() {
    Actor support = actor("carl", "clerk", null);

    assertThat(roles.decide(support, action(Permissions.BOOKING_READ, OTHER), null))
        .isInstanceOf(Granted.class);
  }

  @Test
  void an_unknown_role_and_no_role_permit_nothing() {
    for (Actor actor : List.of(actor("anna", "admin", ACME), Actor.person(new SubjectId("anna")))) {
      AccessDecision decision = roles.decide(actor, action(Permissions.BOOKING_READ, ACME), null);
      assertThat(decision).isInstanceOf(Denied.class);
      assertThat(((Denied) decision).reason()).isEqualTo(Reason.NO_ROLE);
    }
  }

  @Test
  void a_token_permits_no_more_than_its_scopes_its_operator_and_its_owners_roles() {
    Actor owner = actor("anna", "clerk", null);
    Action read = action(Permissions.BOOKING_READ, ACME);

    Actor scoped = owner.by(Set.of(Permissions.BOOKING_READ), ACME);
    assertThat(roles.decide(scoped, read, null)).isInstanceOf(Granted.class);
    Action cancel = action(Permissions.BOOKING_CANCEL, ACME);
    assertThat(reason(roles.decide(scoped, cancel, null))).isEqualTo(Reason.TOKEN_SCOPE);
    Action elsewhere = action(Permissions.BOOKING_READ, OTHER);
    assertThat(reason(roles.decide(scoped, elsewhere, null))).isEqualTo(Reason.TOKEN_SCOPE);
    Actor greedy = owner.by(all(), null);
    Action refund = refund("EUR 1.00");
    assertThat(reason(roles.decide(greedy, refund, null))).isEqualTo(Reason.NO_ROLE);
  }

  private static Reason reason(AccessDecision decision) {
    return ((Denied) decision).reason();
  }

  @Test
  void a_refund_above_the_limit_takes_a_second_person() {
    Actor anna = actor("anna", "accountant", ACME);
    Action small = refund("EUR 500.00");
    Action large = refund("EUR 500.01");

    assertThat(roles.decide(anna, small, null)).isInstanceOf(Granted.class);
    assertThat(roles.decide(anna, large, null)).isInstanceOf(NeedsApproval.class);
    Approval approval = new Approval(actor("bert", "accountant", ACME), large);
    AccessDecision decision = roles.decide(anna, large, approval);
    assertThat(decision).isInstanceOf(Granted.class);
    assertThat(decision.because()).contains("anna", "bert", "accountant", "500.01", "refund-1");
  }

  @Test
  void an_amount_that_is_missing_or_in_another_currency_takes_a_second_person() {
    Actor anna = actor("anna", "accountant", ACME);
    Action unsaid = new Action(Permissions.PAYMENT_REFUND, ACME, "refund-1", null);

    assertThat(roles.decide(anna, unsaid, null)).isInstanceOf(NeedsApproval.class);
    assertThat(roles.decide(anna, refund("USD 1.00"), null)).isInstanceOf(NeedsApproval.class);
  }

  @Test
  void an_approval_counts_by_another_person_who_may_do_it_there() {
    Actor anna = actor("anna", "accountant", ACME);
    Action large = refund("EUR 900.00");
    List<Actor> wrong =
        List.of(
            anna,
            actor("bert", "clerk", ACME),
            actor("bert", "accountant", OTHER),
            actor("bert", "accountant", ACME).by(all(), null));
    for (Actor by : wrong) {
      AccessDecision decision = roles.decide(anna, large, new Approval(by, large));
      assertThat(reason(decision)).isEqualTo(Reason.BAD_APPROVER);
    }
  }

  @Test
  void an_approval_is_of_the_very_same_action() {
    Actor anna = actor("anna", "accountant", ACME);
    Actor bert = actor("bert", "accountant", ACME);
    Action seen = refund("EUR 900.00");
    List<Action> others =
        List.of(
            refund("EUR 900.01"),
            new Action(Permissions.PAYMENT_REFUND, ACME, "refund-2", Money.parse("EUR 900.00")));
    for (Action other : others) {
      AccessDecision decision = roles.decide(anna, other, new Approval(bert, seen));
      assertThat(reason(decision)).isEqualTo(Reason.OTHER_ACTION);
    }
  }

  @Test
  void an_approval_gives_nobody_a_permission_they_lack() {
    Actor clerk = actor("anna", "clerk", ACME);
    Action large = refund("EUR 900.00");
    Approval approval = new Approval(actor("bert", "accountant", ACME), large);

    assertThat(reason(roles.decide(clerk, large, approval))).isEqualTo(Reason.NO_ROLE);
  }

  @Test
  void a_decision_explains_itself_and_throws_where_nobody_asked() {
    Actor anna = actor("anna", "clerk", ACME);
    AccessDecision denied = roles.decide(anna, refund("EUR 1.00"), null);

    assertThat(denied.because()).contains("anna", "payment:refund", "refund-1", "clerk at " + ACME);
    assertThatThrownBy(denied::orElseThrow).isInstanceOf(RefusedException.class);
  }

  @Test
  void there_is_no_permission_for_everything_and_no_two_roles_of_a_name() {
    for (String wild : List.of("*", "booking:*", "booking", "Booking:read", "a:b:c", ":", "")) {
      assertThatThrownBy(() -> new Permission(wild)).isInstanceOf(InvalidRequestException.class);
    }
    assertThatThrownBy(() -> Roles.of(List.of(CLERK, new Role("clerk", Set.of())), List.of()))
        .isInstanceOf(InvalidRequestException.class);
  }
}
