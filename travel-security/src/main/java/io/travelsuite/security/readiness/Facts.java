package io.travelsuite.security.readiness;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** All that checks judge by: what was handed over, what was seen, and when. */
record Facts(Deployment deployment, Map<Look<?>, Object> answers, Instant now) {

  boolean answered(Look<?> look) {
    return answers.containsKey(look);
  }

  <T> T answer(Look<T> look) {
    return look.of(Objects.requireNonNull(answers.get(look)));
  }

  LocalDate today() {
    return now.atOffset(ZoneOffset.UTC).toLocalDate();
  }

  /** Also when it lies in the future, more than a minute: nobody knows how old it is then. */
  boolean older(Instant time, Duration most) {
    return time.isBefore(now.minus(most)) || time.isAfter(now.plusSeconds(60));
  }

  List<String> unattested(String id) {
    List<Attestation> stated =
        deployment.attestations().stream().filter(one -> one.id().equals(id)).toList();
    boolean holds =
        stated.stream()
            .anyMatch(one -> !one.until().isBefore(today()) && !one.on().isAfter(today()));
    if (holds) {
      return List.of();
    }
    return List.of(stated.isEmpty() ? "nobody has stated it" : dated(stated.get(0)));
  }

  private static String dated(Attestation statement) {
    return "stated on " + statement.on() + " until " + statement.until();
  }
}
