package io.travelsuite.examples.server.signin;

import io.travelsuite.security.role.Permission;
import io.travelsuite.security.role.Permissions;
import io.travelsuite.security.role.Role;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What staff are, and what each may do. */
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

  private StaffRoles() {}

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
}
