package io.travelsuite.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which alerts were told lately, and how often each was found again since. The oldest first: all
 * windows are as long. For one thread at a time.
 */
final class Repeats {

  private record Key(String rule, Alert.Severity severity, String subject) {
    static Key of(Alert alert) {
      return new Key(alert.rule(), alert.severity(), alert.subject());
    }
  }

  private static final class Told {
    final Instant since;
    Alert last;
    long more;

    Told(Alert alert, Instant since) {
      this.last = alert;
      this.since = since;
    }
  }

  private final RelayRules rules;
  private final Map<Key, Told> told = new LinkedHashMap<>();

  Repeats(RelayRules rules) {
    this.rules = rules;
  }

  /** Whether it is to be told now; it is counted otherwise. */
  boolean isNew(Alert alert, Instant now) {
    Told known = told.get(Key.of(alert));
    if (known != null) {
      known.last = alert;
      known.more++;
      return false;
    }
    told.put(Key.of(alert), new Told(alert, now));
    return true;
  }

  /** Those whose window is over, or that are too many to be remembered, if they were repeated. */
  List<AlertNotice> over(Instant now) {
    List<AlertNotice> notices = new ArrayList<>();
    Iterator<Told> oldest = told.values().iterator();
    while (oldest.hasNext()) {
      Told one = oldest.next();
      boolean isOver = !now.isBefore(one.since.plus(rules.window()));
      if (!isOver && told.size() <= rules.mostKept()) {
        break;
      }
      oldest.remove();
      if (one.more > 0) {
        notices.add(new AlertNotice(one.last, one.more, one.since));
      }
    }
    return notices;
  }
}
