package io.travelsuite.examples.server.signin;

import io.travelsuite.inventory.OperatorId;
import io.travelsuite.security.role.AccessDecision;
import io.travelsuite.security.role.Action;
import io.travelsuite.security.role.Actor;
import io.travelsuite.security.role.Assignment;
import io.travelsuite.security.role.Permission;
import io.travelsuite.security.role.Permissions;
import io.travelsuite.security.role.Role;
import io.travelsuite.security.role.Roles;
import io.travelsuite.security.role.SubjectId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What staff are, and what each may do: at this server's one operator. */
public final class StaffRoles {

  /** Those who may do everything there is. */
  public static final String ADMIN = "admin";

  /** Those who sell, and let travellers in. */
  public static final String CLERK = "clerk";

  /** Those who see payments and give money back. */
  public static final String ACCOUNTANT = "accountant";

  /** Those who look and change nothing. */
  public static final String VIEWER = "viewer";

  private static final Set<Permission> LOOKING =
      Set.of(
          Permissions.INVENTORY_READ,
          Permissions.BOOKING_READ,
          Permissions.BOOKING_MANIFEST,
          Permissions.PRICE_READ,
          Permissions.SCHEDULE_READ);

  private static final List<Role> ALL =
      List.of(
          new Role(ADMIN, Set.copyOf(Permissions.byOperation().values())),
          new Role(
              CLERK,
              with(
                  Permissions.BOOKING_HOLD,
                  Permissions.BOOKING_CONFIRM,
                  Permissions.BOOKING_CHANGE,
                  Permissions.BOOKING_CANCEL,
                  Permissions.BOOKING_REDEEM)),
          new Role(ACCOUNTANT, with(Permissions.PAYMENT_READ, Permissions.PAYMENT_REFUND)),
          new Role(VIEWER, LOOKING));

  private final Roles roles = Roles.of(ALL, List.of());
  private final OperatorId operator;

  /**
   * The roles at an operator.
   *
   * @param operator whose staff they are
   */
  public StaffRoles(OperatorId operator) {
    this.operator = operator;
  }

  private static Set<Permission> with(Permission... more) {
    Set<Permission> all = new HashSet<>(LOOKING);
    all.addAll(List.of(more));
    return all;
  }

  /** {@return all roles} */
  public static List<Role> all() {
    return ALL;
  }

  /** {@return whether there is a role of a name} */
  public static boolean isKnown(String role) {
    return ALL.stream().anyMatch(known -> known.name().equals(role));
  }

  /** {@return somebody of the staff, as the library's roles see them} */
  public Actor actor(String subject, String role) {
    return Actor.person(new SubjectId(subject), new Assignment(role, operator));
  }

  boolean permits(String subject, String role, Permission permission) {
    Action action = new Action(permission, operator, permission.name(), null);
    return roles.decide(actor(subject, role), action, null) instanceof AccessDecision.Granted;
  }
}
