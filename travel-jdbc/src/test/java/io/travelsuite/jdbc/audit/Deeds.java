package io.travelsuite.jdbc.audit;

import io.travelsuite.jdbc.Fixture;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Every public method of some ports: what it does, or why it leaves no audit record. */
final class Deeds {

  private final Fixture fixture;
  private final Set<Class<?>> ports = new java.util.LinkedHashSet<>();
  private final Map<String, Runnable> deeds = new LinkedHashMap<>();
  private final Map<String, String> reasons = new LinkedHashMap<>();
  private long before;

  Deeds(Fixture fixture) {
    this.fixture = fixture;
  }

  /** The methods of a port. */
  record Port<T>(Deeds deeds, Class<T> type) {

    /** They change nothing. */
    void reads(String... methods) {
      because("reads", methods);
    }

    /** They change what is nobody's business but the library's, as this says. */
    void because(String reason, String... methods) {
      Arrays.stream(methods).forEach(name -> deeds.reasons.put(name(name), reason));
    }

    /** It changes something, when it is called so. */
    void does(String method, Runnable deed) {
      deeds.deeds.put(name(method), deed);
    }

    private String name(String method) {
      return type.getSimpleName() + "." + method;
    }
  }

  <T> Port<T> port(Class<T> type) {
    ports.add(type);
    return new Port<>(this, type);
  }

  /** What was recorded until now does not count. */
  void mark() {
    before = records();
  }

  private long records() {
    return fixture.rows().number("SELECT COUNT(*) FROM travel_audit");
  }

  /** Methods of the ports that are neither done nor explained, and names that are no methods. */
  Set<String> unknown() {
    Set<String> known = new TreeSet<>(deeds.keySet());
    known.addAll(reasons.keySet());
    Set<String> there =
        ports.stream()
            .flatMap(
                port ->
                    Arrays.stream(port.getDeclaredMethods())
                        .filter(Deeds::isOfApi)
                        .map(method -> port.getSimpleName() + "." + method.getName()))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> unknown = new TreeSet<>(there);
    unknown.removeAll(known);
    known.removeAll(there);
    unknown.addAll(known);
    return unknown;
  }

  private static boolean isOfApi(Method method) {
    int modifiers = method.getModifiers();
    return java.lang.reflect.Modifier.isPublic(modifiers)
        && !java.lang.reflect.Modifier.isStatic(modifiers)
        && !method.isSynthetic();
  }

  /** Does all; those that left no record. */
  List<String> withoutRecord() {
    List<String> silent = new ArrayList<>();
    deeds.forEach(
        (name, deed) -> {
          mark();
          deed.run();
          if (records() == before) {
            silent.add(name);
          }
        });
    return silent;
  }

  /** The ports that are listed. */
  Set<Class<?>> ports() {
    return ports;
  }

  int size() {
    return deeds.size();
  }
}
