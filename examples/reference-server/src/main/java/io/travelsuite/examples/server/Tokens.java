package io.travelsuite.examples.server;

import io.travelsuite.alert.AlertSink;
import io.travelsuite.jdbc.JdbcSecurity;
import io.travelsuite.jdbc.JdbcTravel;
import io.travelsuite.secret.Secret;
import io.travelsuite.security.role.Permission;
import io.travelsuite.security.role.Permissions;
import io.travelsuite.security.role.SubjectId;
import io.travelsuite.security.token.ApiTokens;
import io.travelsuite.security.token.TokenGrant;
import java.time.Duration;
import java.util.Set;

/**
 * The resellers' tokens.
 *
 * @param all the library's
 */
record Tokens(ApiTokens all) {

  private static final String PREFIX = "demo";

  /** All that a reseller does. */
  private static final Set<Permission> RESELLING =
      Set.of(
          Permissions.INVENTORY_READ,
          Permissions.BOOKING_READ,
          Permissions.BOOKING_HOLD,
          Permissions.BOOKING_CHANGE,
          Permissions.BOOKING_CONFIRM,
          Permissions.BOOKING_CANCEL,
          Permissions.PAYMENT_TAKE);

  static Tokens of(JdbcTravel travel) {
    return of(JdbcSecurity.of(travel, AlertSink.none()));
  }

  static Tokens of(JdbcSecurity security) {
    return new Tokens(ApiTokens.of(security.tokens(), PREFIX));
  }

  /** Issues a token for all that a reseller does. */
  Secret issue(String reseller, int days) {
    TokenGrant grant = new TokenGrant(new SubjectId(reseller), null, RESELLING, "reseller");
    return all.issue(grant, Duration.ofDays(days)).secret();
  }
}
