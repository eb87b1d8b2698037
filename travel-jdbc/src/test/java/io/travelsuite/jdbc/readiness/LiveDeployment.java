package io.travelsuite.jdbc.readiness;

import io.travelsuite.secret.Secret;
import io.travelsuite.security.Profile;
import io.travelsuite.security.readiness.DataSetup;
import io.travelsuite.security.readiness.DatabaseSetup;
import io.travelsuite.security.readiness.Deployment;
import io.travelsuite.security.readiness.OperationSetup;
import io.travelsuite.security.readiness.PaymentSetup;
import io.travelsuite.security.readiness.PoolSetup;
import io.travelsuite.security.readiness.Route;
import io.travelsuite.security.readiness.SecretSetup;
import io.travelsuite.security.readiness.ServerReleases;
import io.travelsuite.security.readiness.WebSetup;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A deployment of seats only, whose database is the tests' own. */
public final class LiveDeployment {

  private LiveDeployment() {}

  /** With a pool of so many connections. */
  public static Deployment of(String user, int connections, Instant now) {
    return new Deployment(
        Profile.PRODUCTION,
        1,
        web(),
        new DatabaseSetup(
            "jdbc:mysql://db.inside/travel?sslMode=VERIFY_IDENTITY",
            user,
            Secret.of("vN3xQ8rT5kLw2ZpB7yHd"),
            "migrator",
            new PoolSetup(
                connections, Duration.ofSeconds(2), Duration.ofMinutes(5), Duration.ofMinutes(1)),
            Set.of("travel_audit")),
        new SecretSetup(List.of(), true, false, Duration.ofDays(90)),
        data(now),
        operations(now),
        null,
        new PaymentSetup(List.of(), false),
        null,
        List.of(),
        ServerReleases.BUNDLED);
  }

  private static WebSetup web() {
    return new WebSetup(
        false,
        List.of("shop.travel"),
        true,
        Set.of(),
        false,
        List.of(new Route("GET", "/v1/search", "search", Route.Access.PUBLIC, true)),
        true,
        64 << 10,
        16 << 10,
        Duration.ofSeconds(20),
        List.of(),
        null,
        "");
  }

  private static DataSetup data(Instant now) {
    return new DataSetup(
        true,
        DataSetup.KeySource.SERVICE,
        now,
        Map.of("bookings", Duration.ofDays(3650)),
        true,
        true,
        now);
  }

  private static OperationSetup operations(Instant now) {
    return new OperationSetup(
        true, true, true, true, OperationSetup.ALERT_RULES, Set.of(443), now, 0, now);
  }
}
