package io.travelsuite.security.readiness;

import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Something wrong, and the one check that is to find it. */
record Defect(String id, UnaryOperator<Subject> plant) {

  static Defect of(String id, String path, Object value) {
    return new Defect(id, subject -> subject.with(path, value));
  }

  Defect and(String path, Object value) {
    return new Defect(id, subject -> plant.apply(subject).with(path, value));
  }

  /** A part that is not there. */
  static Defect without(String id, String path) {
    return new Defect(id, subject -> subject.with(path, Subject.NOTHING));
  }

  Defect andHeader(String name, String value) {
    return new Defect(id, subject -> header(id, name, value).plant().apply(plant.apply(subject)));
  }

  /** A header of the page; taken out when the value is empty. */
  static Defect header(String id, String name, String value) {
    return new Defect(
        id, subject -> subject.with("web.headers", put(subject.web().headers(), name, value)));
  }

  static Defect variable(String id, String name, String value) {
    return new Defect(
        id,
        subject ->
            subject.with("database.variables", put(subject.database().variables(), name, value)));
  }

  private static Map<String, String> put(Map<String, String> of, String name, String value) {
    Map<String, String> copy = new HashMap<>(of);
    copy.put(name, value);
    return copy;
  }

  @Override
  public String toString() {
    return id;
  }
}
