package io.travelsuite.security.readiness;

import io.travelsuite.secret.Secret;
import io.travelsuite.security.log.Contacts;
import io.travelsuite.security.log.RedactionPolicy;
import io.travelsuite.security.log.Redactor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One run over the checks. What a host named is redacted before it is written anywhere. */
final class Judging {

  private final Facts facts;
  private final Map<String, Silence> silences;
  private final Redactor redactor;
  private final List<Finding> findings = new ArrayList<>();
  private final List<Finding> silenced = new ArrayList<>();
  private final List<String> notLooked = new ArrayList<>();
  private int looked;

  Judging(Facts facts, Map<String, Silence> silences) {
    this.facts = facts;
    this.silences = silences;
    List<Secret> known = facts.deployment().knownSecrets();
    redactor =
        new Redactor(new RedactionPolicy(Contacts.SHOWN, Contacts.SHOWN, Set.of(), () -> known));
    expired();
  }

  private void expired() {
    List<String> over =
        silences.values().stream().filter(one -> !counts(one)).map(Silence::id).sorted().toList();
    if (!over.isEmpty()) {
      found(Catalogue.EXPIRED.finding(over));
    }
  }

  private boolean counts(Silence silence) {
    return !silence.until().isBefore(facts.today());
  }

  void judge(Check check) {
    if (!check.canLook(facts)) {
      notLooked.add(check.id());
      return;
    }
    looked++;
    List<String> faults = check.faults(facts);
    if (!faults.isEmpty()) {
      found(check.finding(faults.stream().map(redactor::redact).toList()));
    }
  }

  void found(Finding finding) {
    Silence silence = silences.get(finding.id());
    (silence != null && counts(silence) ? silenced : findings).add(finding);
  }

  ReadinessReport report() {
    return new ReadinessReport(facts.now(), looked, findings, silenced, notLooked);
  }
}
