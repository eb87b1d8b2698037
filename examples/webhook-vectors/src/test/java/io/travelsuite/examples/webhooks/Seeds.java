package io.travelsuite.examples.webhooks;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The valid cases that mutants are made of. */
final class Seeds {

  private Seeds() {}

  static Map<String, List<VectorCase>> byProvider() {
    return Vectors.cases().stream()
        .filter(vector -> !Answers.isAsked(vector))
        .filter(vector -> vector.isValid() || vector.error().equals("fetch-back-required"))
        .collect(Collectors.groupingBy(VectorCase::provider, TreeMap::new, Collectors.toList()));
  }
}
