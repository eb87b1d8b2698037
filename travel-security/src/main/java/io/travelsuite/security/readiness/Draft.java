package io.travelsuite.security.readiness;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A check without its rule. */
record Draft(String id, Severity severity, String wrong, String todo) {

  /** A part of a deployment. */
  @FunctionalInterface
  interface Part<T> {
    /** Null when it is not used. */
    @Nullable T of(Deployment deployment);
  }

  static Draft error(String id, String wrong, String todo) {
    return new Draft(id, Severity.ERROR, wrong, todo);
  }

  static Draft warning(String id, String wrong, String todo) {
    return new Draft(id, Severity.WARNING, wrong, todo);
  }

  /** By a part alone; well when the part is not used. */
  <T> Check config(Part<T> part, Predicate<T> bad) {
    return configEach(part, (found, facts) -> when(bad.test(found)));
  }

  /** By a part and the time, or another part. */
  <T> Check configAt(Part<T> part, BiPredicate<T, Facts> bad) {
    return configEach(part, (found, facts) -> when(bad.test(found, facts)));
  }

  /** With the names of those that are wrong. */
  <T> Check configEach(Part<T> part, BiFunction<T, Facts, List<String>> faults) {
    return new Check(
        this,
        new Check.Rule(
            Kind.CONFIG,
            null,
            facts -> {
              T found = part.of(facts.deployment());
              return found == null ? List.of() : faults.apply(found, facts);
            }));
  }

  /** By what a probe answered alone. */
  <T> Check look(Look<T> look, Predicate<T> bad) {
    return lookEach(look, (found, facts) -> when(bad.test(found)));
  }

  /** By what a probe answered, and the time or a part. */
  <T> Check lookAt(Look<T> look, BiPredicate<T, Facts> bad) {
    return lookEach(look, (found, facts) -> when(bad.test(found, facts)));
  }

  /** With the names of those that are wrong. */
  <T> Check lookEach(Look<T> look, BiFunction<T, Facts, List<String>> faults) {
    return new Check(
        this, new Check.Rule(Kind.PROBE, look, facts -> faults.apply(facts.answer(look), facts)));
  }

  /** By a statement, where it is needed at all. */
  Check attested(Predicate<Deployment> needed) {
    return new Check(
        this,
        new Check.Rule(
            Kind.ATTEST,
            null,
            facts -> needed.test(facts.deployment()) ? facts.unattested(id) : List.of()));
  }

  /** A check that the engine itself decides. */
  Check foundElsewhere(Kind kind) {
    return new Check(this, new Check.Rule(kind, null, facts -> List.of()));
  }

  static List<String> when(boolean bad) {
    return bad ? List.of("") : List.of();
  }
}
