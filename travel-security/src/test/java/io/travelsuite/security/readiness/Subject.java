package io.travelsuite.security.readiness;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A deployment with what its probes answer, any value of which can be another by its path. */
record Subject(
    Deployment host,
    DatabaseFacts database,
    WebFacts web,
    TlsFacts tls,
    Duration clock,
    Instant heartbeat,
    BackupFacts backup,
    JvmFacts jvm,
    LogFacts logs,
    Set<Integer> ports,
    WorkFacts work,
    AuditFacts audit,
    MailFacts mail,
    Set<String> logins,
    Duration tokens) {

  static final Instant NOW = Instant.parse("2026-11-27T08:00:00Z");
  static final LocalDate TODAY = LocalDate.of(2026, 11, 27);

  /** Stands for null in {@link #with}. */
  static final Object NOTHING = new Object();

  static Instant ago(int hours) {
    return NOW.minus(Duration.ofHours(hours));
  }

  static Subject good() {
    return new Subject(
        GoodHost.deployment(),
        GoodHost.database(),
        GoodHost.web(),
        new TlsFacts(ago(-24 * 60), true, true, false, "EC", 256),
        Duration.ofMillis(20),
        ago(1),
        new BackupFacts(ago(5), true, true, ago(24 * 7)),
        new JvmFacts(List.of("-Xmx1g"), 17, "travel"),
        new LogFacts(true, true, 1L << 30, false, true),
        Set.of(443, 80),
        new WorkFacts(Duration.ZERO, 0),
        new AuditFacts(ago(2), true),
        new MailFacts(true, true, false),
        Set.of(),
        Duration.ofDays(30));
  }

  /**
   * The same with another value at a path: {@code host.web.debugPages}, {@code host.a.list.0.b}.
   */
  Subject with(String path, Object value) {
    return (Subject) changed(this, List.of(path.split("\\.")), value);
  }

  private static Object changed(Object of, List<String> path, Object value) {
    if (path.isEmpty()) {
      return value;
    }
    List<String> rest = path.subList(1, path.size());
    if (of instanceof List<?> list) {
      List<Object> copy = new ArrayList<>(list);
      int at = Integer.parseInt(path.get(0));
      copy.set(at, changed(copy.get(at), rest, value));
      return copy;
    }
    try {
      return changedRecord(of, path.get(0), rest, value);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(path + " of " + of.getClass(), e);
    }
  }

  private static Object changedRecord(Object of, String name, List<String> rest, Object value)
      throws ReflectiveOperationException {
    RecordComponent[] parts = of.getClass().getRecordComponents();
    Class<?>[] types = new Class<?>[parts.length];
    Object[] values = new Object[parts.length];
    boolean found = false;
    for (int i = 0; i < parts.length; i++) {
      types[i] = parts[i].getType();
      Object old = parts[i].getAccessor().invoke(of);
      boolean here = parts[i].getName().equals(name);
      Object next = here ? changed(old, rest, value) : old;
      values[i] = next == NOTHING ? null : next;
      found |= here;
    }
    if (!found) {
      throw new NoSuchFieldException(name);
    }
    Constructor<?> constructor = of.getClass().getDeclaredConstructor(types);
    return constructor.newInstance(values);
  }

  Probes probes() {
    return Probes.none()
        .with(Look.DATABASE, () -> database)
        .with(Look.WEB, () -> web)
        .with(Look.TLS, () -> tls)
        .with(Look.CLOCK, () -> clock)
        .with(Look.HEARTBEAT, () -> heartbeat)
        .with(Look.BACKUP, () -> backup)
        .with(Look.JVM, () -> jvm)
        .with(Look.LOGS, () -> logs)
        .with(Look.PORTS, () -> ports)
        .with(Look.WORK, () -> work)
        .with(Look.AUDIT, () -> audit)
        .with(Look.MAIL, () -> mail)
        .with(Look.DEFAULT_LOGINS, () -> logins)
        .with(Look.TOKENS, () -> tokens);
  }

  ReadinessCheck check() {
    return check(probes());
  }

  ReadinessCheck check(Probes probes) {
    return ReadinessCheck.of(host, probes, Clock.fixed(NOW, ZoneOffset.UTC));
  }

  ReadinessReport report() {
    return check().run(Runnable::run);
  }

  List<String> ids() {
    return report().findings().stream().map(Finding::id).toList();
  }
}
