package io.travelsuite.security.readiness;

import io.travelsuite.secret.Secret;
import io.travelsuite.security.Profile;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a host says of its deployment. A part that may be null is not used when it is.
 *
 * @param profile where it runs
 * @param instances how many processes of it run at once
 * @param web what it answers over HTTP
 * @param database how it comes to its database
 * @param secrets its own secrets and those it was given
 * @param data how it keeps personal data, and for how long
 * @param operations how it is watched over
 * @param signIn how people and programs sign in, or null if nobody does
 * @param payments where money comes from; without accounts when there is none
 * @param mail how it sends mails, or null if it does not
 * @param attestations what somebody has stated
 * @param releases which servers are maintained
 */
public record Deployment(
    Profile profile,
    int instances,
    WebSetup web,
    DatabaseSetup database,
    SecretSetup secrets,
    DataSetup data,
    OperationSetup operations,
    @Nullable SignInSetup signIn,
    PaymentSetup payments,
    @Nullable MailSetup mail,
    List<Attestation> attestations,
    ServerReleases releases) {

  /** Copies the collections. */
  public Deployment {
    attestations = List.copyOf(attestations);
  }

  /** What must be in no report. */
  List<Secret> knownSecrets() {
    List<Secret> known = new ArrayList<>(List.of(database.password()));
    for (KeptSecret kept : secrets.kept()) {
      known.addAll(kept.all());
    }
    for (PaymentAccount account : payments.accounts()) {
      known.add(account.key());
      known.addAll(account.webhookSecrets());
    }
    return known;
  }
}
