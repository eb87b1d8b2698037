package io.travelsuite.security.readiness;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a probe looks at, and what it answers. Each has a check of its own, {@code probe.} and its
 * name: that it was looked at.
 *
 * @param <T> what the probe answers
 */
public final class Look<T> {

  /** The database: {@code JdbcDatabaseProbe} of travel-jdbc answers it. */
  public static final Look<DatabaseFacts> DATABASE = new Look<>("database", d -> true);

  /** The public address, over HTTP and HTTPS. */
  public static final Look<WebFacts> WEB = new Look<>("web", d -> true);

  /** The certificate of the public address. */
  public static final Look<TlsFacts> TLS = new Look<>("tls", d -> true);

  /** How far this machine's clock is off, either way. */
  public static final Look<Duration> CLOCK = new Look<>("clock", d -> true);

  /** When the receiver of alerts last acknowledged a heartbeat. */
  public static final Look<Instant> HEARTBEAT = new Look<>("heartbeat", d -> true);

  /** The newest backup. */
  public static final Look<BackupFacts> BACKUP = new Look<>("backup", d -> true);

  /** This process. */
  public static final Look<JvmFacts> JVM = new Look<>("jvm", d -> true);

  /** The logging as it is set up now. */
  public static final Look<LogFacts> LOGS = new Look<>("logs", d -> true);

  /** The ports on which this machine listens to others. */
  public static final Look<Set<Integer>> PORTS = new Look<>("ports", d -> true);

  /** What is waiting to be done. */
  public static final Look<WorkFacts> WORK = new Look<>("work", d -> true);

  /** The audit log. */
  public static final Look<AuditFacts> AUDIT = new Look<>("audit", d -> d.data().auditOn());

  /** The mail server; only where mails are sent. */
  public static final Look<MailFacts> MAIL = new Look<>("mail", d -> d.mail() != null);

  /** Names of accounts that a well-known password lets in; only where people sign in. */
  public static final Look<Set<String>> DEFAULT_LOGINS =
      new Look<>("default-logins", d -> d.signIn() != null);

  /** How old the oldest API token is, zero if there is none; only where people sign in. */
  public static final Look<Duration> TOKENS = new Look<>("tokens", d -> d.signIn() != null);

  /** All there are. */
  static final List<Look<?>> ALL =
      List.of(
          DATABASE,
          WEB,
          TLS,
          CLOCK,
          HEARTBEAT,
          BACKUP,
          JVM,
          LOGS,
          PORTS,
          WORK,
          AUDIT,
          MAIL,
          DEFAULT_LOGINS,
          TOKENS);

  private final String name;
  private final Predicate<Deployment> needed;

  private Look(String name, Predicate<Deployment> needed) {
    this.name = name;
    this.needed = needed;
  }

  /** {@return its name in ids, such as {@code database} of {@code probe.database}} */
  public String name() {
    return name;
  }

  /** {@link Probes#with} lets no probe answer anything else under this look. */
  @SuppressWarnings("unchecked")
  T of(Object answer) {
    return (T) answer;
  }

  String checkId() {
    return "probe." + name;
  }

  boolean isNeeded(Deployment deployment) {
    return needed.test(deployment);
  }

  /** Found by the engine, not by a rule. */
  Check check() {
    return Draft.error(
            checkId(),
            "The " + name + " probe gave no answer, and what hangs on it is not known",
            "Hand over a probe that answers in time, or mend what it looks at")
        .foundElsewhere(Kind.PROBE);
  }

  @Override
  public String toString() {
    return name;
  }
}
