package io.travelsuite.alert;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/** How many notices of each severity may still be sent on, in windows. For one thread at a time. */
final class Allowance {

  private final RelayRules rules;
  private final Map<Alert.Severity, Integer> used = new EnumMap<>(Alert.Severity.class);
  private Instant since = Instant.MIN;
  private long heldBack;

  Allowance(RelayRules rules) {
    this.rules = rules;
  }

  /** How many were held back in the window that is over, when a new one begins now; else 0. */
  long renewed(Instant now) {
    if (since.equals(Instant.MIN)) {
      since = now;
    }
    if (now.isBefore(since.plus(rules.window()))) {
      return 0;
    }
    since = now;
    used.clear();
    long before = heldBack;
    heldBack = 0;
    return before;
  }

  /** Whether one more may go; it is counted otherwise. */
  boolean allows(Alert.Severity severity) {
    int before = used.getOrDefault(severity, 0);
    if (before >= rules.mostInWindow()) {
      holdBack();
      return false;
    }
    used.put(severity, before + 1);
    return true;
  }

  void holdBack() {
    heldBack++;
  }
}
