package io.travelsuite.security.readiness;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One of the checks, by a stable id. Immutable and thread-safe. */
public final class Check {

  private final String id;
  private final Severity severity;
  private final String wrong;
  private final String todo;
  private final Rule rule;

  /** What is wrong with a deployment. */
  @FunctionalInterface
  interface Faults {
    /** Which ones; one empty text when there is nothing to name; empty when all is well. */
    List<String> of(Facts facts);
  }

  /** How it knows; the look is null unless the kind is PROBE. */
  record Rule(Kind kind, @Nullable Look<?> look, Faults faults) {}

  Check(Draft draft, Rule rule) {
    this.id = draft.id();
    this.severity = draft.severity();
    this.wrong = draft.wrong();
    this.todo = draft.todo();
    this.rule = rule;
  }

  /** {@return the stable id, such as {@code db.tls}} */
  public String id() {
    return id;
  }

  /** {@return how it knows} */
  public Kind kind() {
    return rule.kind();
  }

  /** {@return what its finding means for a start} */
  public Severity severity() {
    return severity;
  }

  /** {@return what is wrong when it finds something} */
  public String wrong() {
    return wrong;
  }

  /** {@return what to do then} */
  public String todo() {
    return todo;
  }

  /** Whether there is what it looks at. */
  boolean canLook(Facts facts) {
    Look<?> look = rule.look();
    return look == null || facts.answered(look);
  }

  /** A check that stumbles over what it was handed has found something. */
  List<String> faults(Facts facts) {
    try {
      return rule.faults().of(facts);
    } catch (RuntimeException e) {
      return List.of("could not be judged: " + e.getClass().getSimpleName());
    }
  }

  Finding finding(List<String> details) {
    List<String> named = details.stream().filter(detail -> !detail.isEmpty()).toList();
    return new Finding(id, rule.kind(), severity, wrong, todo, named);
  }

  @Override
  public String toString() {
    return id;
  }
}
