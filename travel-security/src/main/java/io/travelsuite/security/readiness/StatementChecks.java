package io.travelsuite.security.readiness;

import static io.travelsuite.security.readiness.Draft.error;
import static io.travelsuite.security.readiness.Draft.warning;

import java.util.List;

/** What no program can look at. */
final class StatementChecks {

  static final List<Check> ALL =
      List.of(
          error("attest.firewall", "The firewall is not attested", "Check its rules and state it")
              .attested(d -> true),
          error(
                  "attest.database-network",
                  "That the database can be reached from the application only is not attested",
                  "Try it from outside and state it")
              .attested(d -> true),
          warning(
                  "attest.pci",
                  "The questionnaire of PCI DSS is not attested",
                  "Fill it in and state it")
              .attested(d -> !d.payments().accounts().isEmpty()),
          warning(
                  "attest.disaster-drill",
                  "No disaster drill is attested",
                  "Run one and state its times")
              .attested(d -> true),
          warning(
                  "attest.privacy",
                  "The record of processing of personal data is not attested",
                  "Review it and state it")
              .attested(d -> true),
          warning(
                  "attest.penetration-test",
                  "No penetration test is attested",
                  "Have one made and state it")
              .attested(d -> true),
          warning(
                  "attest.access-review",
                  "No review of who has access is attested",
                  "Review accounts and keys and state it")
              .attested(d -> true),
          warning(
                  "attest.dependency-review",
                  "No review of third-party packages is attested",
                  "Review them and state it")
              .attested(d -> true),
          warning(
                  "attest.incident-plan",
                  "The plan for incidents is not attested",
                  "Rehearse it and state it")
              .attested(d -> true),
          warning(
                  "attest.backup-place",
                  "That only few can delete backups is not attested",
                  "Check it and state it")
              .attested(d -> true),
          warning(
                  "attest.accounts",
                  "Second factors at providers, registrar and cloud are not attested",
                  "Check them and state it")
              .attested(d -> true),
          warning(
                  "attest.flood",
                  "Protection from floods of requests is not attested",
                  "Check the CDN or firewall and state it")
              .attested(d -> true));

  private StatementChecks() {}
}
