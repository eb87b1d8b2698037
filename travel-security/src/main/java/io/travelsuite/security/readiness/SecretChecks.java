package io.travelsuite.security.readiness;

import static io.travelsuite.security.readiness.Draft.error;
import static io.travelsuite.security.readiness.Draft.warning;

import io.travelsuite.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Secrets. */
final class SecretChecks {

  static final List<Check> ALL =
      List.of(
          error(
                  "secret.weak",
                  "A secret is short or not made by chance",
                  "Make 32 bytes: openssl rand -base64 32")
              .configEach(
                  Deployment::secrets,
                  (s, f) -> names(s, k -> !k.issued() && Strength.isWeak(k.value(), 32))),
          error(
                  "secret.previous-weak",
                  "A previous secret that is still accepted is weak",
                  "Take it out")
              .configEach(
                  Deployment::secrets,
                  (s, f) ->
                      names(
                          s,
                          k ->
                              !k.issued()
                                  && k.previous() != null
                                  && Strength.isWeak(k.previous(), 32))),
          error("secret.placeholder", "A secret was meant to be replaced", "Make another")
              .configEach(
                  Deployment::secrets, (s, f) -> names(s, k -> Strength.isPlaceholder(k.value()))),
          error("secret.shared", "Two secrets are the same", "Make one for each")
              .configEach(d -> d, (d, f) -> shared(d)),
          error(
                  "secret.purpose",
                  "A secret has several purposes, or none",
                  "Make one for each, or derive them: SigningKeys")
              .configEach(Deployment::secrets, (s, f) -> names(s, k -> k.purposes().size() != 1)),
          warning("secret.old", "A secret is older than it should be", "Rotate it")
              .configEach(
                  Deployment::secrets, (s, f) -> names(s, k -> f.older(k.since(), s.oldest()))),
          warning(
                  "secret.oldest",
                  "No age is set at which secrets are rotated",
                  "Set it to a year or less")
              .config(
                  Deployment::secrets, s -> WebChecks.unbounded(s.oldest(), Duration.ofDays(366))),
          warning(
                  "secret.previous",
                  "A previous secret is accepted for more than 30 days",
                  "Take it out")
              .configEach(
                  Deployment::secrets,
                  (s, f) ->
                      names(
                          s, k -> k.previous() != null && f.older(k.since(), Duration.ofDays(30)))),
          error(
                  "secret.dot-env",
                  "Secrets come from a .env file",
                  "Give them by the environment or a secret manager")
              .config(Deployment::secrets, SecretSetup::dotEnv),
          warning(
                  "secret.manager",
                  "No secret manager is used",
                  "Use VaultSecrets or AwsSecrets, or silence this with the reason")
              .config(Deployment::secrets, s -> !s.managed()));

  private SecretChecks() {}

  private static List<String> names(SecretSetup secrets, Predicate<KeptSecret> bad) {
    return secrets.kept().stream().filter(bad).map(KeptSecret::name).toList();
  }

  private static List<String> shared(Deployment deployment) {
    Map<String, List<String>> byValue = new TreeMap<>();
    put(byValue, deployment.database().password(), "the database's");
    for (KeptSecret kept : deployment.secrets().kept()) {
      put(byValue, kept.value(), kept.name());
    }
    for (PaymentAccount account : deployment.payments().accounts()) {
      put(byValue, account.key(), account.provider());
      account.webhookSecrets().forEach(one -> put(byValue, one, account.provider() + " webhook"));
    }
    return byValue.values().stream()
        .filter(names -> names.size() > 1)
        .map(names -> String.join(" and ", names))
        .toList();
  }

  private static void put(Map<String, List<String>> byValue, Secret secret, String name) {
    String value = new String(secret.bytes(), StandardCharsets.ISO_8859_1);
    byValue.computeIfAbsent(value, any -> new ArrayList<>()).add(name);
  }
}
