package io.travelsuite.security.readiness;

import java.time.Instant;
import java.util.Set;

/**
 * How the deployment is watched over.
 *
 * @param errorTracking whether errors are reported somewhere
 * @param errorsScrubbed whether personal data and secrets are taken out of such reports
 * @param alerts whether alerts go to somebody
 * @param metrics whether metrics are collected
 * @param alertRules which of {@link #ALERT_RULES} there are
 * @param ports ports on which the machine is meant to listen to others
 * @param dependenciesAudited when dependencies were last audited for known vulnerabilities
 * @param vulnerable how many of them have one that counts
 * @param sbomMade when the list of what is shipped was made
 */
public record OperationSetup(
    boolean errorTracking,
    boolean errorsScrubbed,
    boolean alerts,
    boolean metrics,
    Set<String> alertRules,
    Set<Integer> ports,
    Instant dependenciesAudited,
    int vulnerable,
    Instant sbomMade) {

  /** Copies the collections. */
  public OperationSetup {
    alertRules = Set.copyOf(alertRules);
    ports = Set.copyOf(ports);
  }

  /** What alerts are needed for. */
  public static final Set<String> ALERT_RULES =
      Set.of("sign-in", "payments", "errors", "database", "backups");
}
