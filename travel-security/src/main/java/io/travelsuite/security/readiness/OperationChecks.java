package io.travelsuite.security.readiness;

import static io.travelsuite.security.readiness.Draft.error;
import static io.travelsuite.security.readiness.Draft.warning;

import java.time.Duration;
import java.util.List;

/** Watching, logs, the process and the machine. */
final class OperationChecks {

  static final List<Check> ALL =
      List.of(
          warning("ops.errors", "Errors are reported nowhere", "Set up error tracking")
              .config(Deployment::operations, o -> !o.errorTracking()),
          error(
                  "ops.errors-scrubbed",
                  "Error reports hold personal data and secrets",
                  "Redact them")
              .config(Deployment::operations, o -> o.errorTracking() && !o.errorsScrubbed()),
          error("ops.alerts", "Alerts go to nobody", "Set an AlertSink")
              .config(Deployment::operations, o -> !o.alerts()),
          warning(
                  "ops.alert-rules",
                  "There are no alerts for some of what needs them",
                  "Add the rules")
              .configEach(
                  Deployment::operations,
                  (o, f) ->
                      OperationSetup.ALERT_RULES.stream()
                          .filter(r -> !o.alertRules().contains(r))
                          .sorted()
                          .toList()),
          warning("ops.metrics", "No metrics are collected", "Bind the metrics")
              .config(Deployment::operations, o -> !o.metrics()),
          error(
                  "ops.heartbeat",
                  "The receiver of alerts has not answered for 24 hours",
                  "Look whether alerts arrive")
              .lookAt(Look.HEARTBEAT, (last, f) -> f.older(last, Duration.ofHours(24))),
          error(
                  "ops.ports",
                  "The machine listens on ports it should not",
                  "Close them, or list them")
              .lookEach(
                  Look.PORTS,
                  (ports, f) ->
                      ports.stream()
                          .filter(p -> !f.deployment().operations().ports().contains(p))
                          .sorted()
                          .map(String::valueOf)
                          .toList()),
          warning("ops.audited", "Dependencies were not audited in 30 days", "Run the audit")
              .configAt(
                  Deployment::operations,
                  (o, f) -> f.older(o.dependenciesAudited(), Duration.ofDays(30))),
          error("ops.vulnerable", "A dependency has a known vulnerability", "Update it")
              .config(Deployment::operations, o -> o.vulnerable() > 0),
          warning(
                  "ops.sbom",
                  "The list of what is shipped is older than 90 days",
                  "Build anew with current dependencies")
              .configAt(
                  Deployment::operations, (o, f) -> f.older(o.sbomMade(), Duration.ofDays(90))),
          error(
                  "ops.clock",
                  "The clock of this machine is more than 2 s off",
                  "Have it follow a time server")
              .look(Look.CLOCK, off -> off.abs().compareTo(Duration.ofSeconds(2)) > 0),
          warning(
                  "work.outbox",
                  "A message has waited for more than 15 minutes",
                  "Look whether the relay runs")
              .look(Look.WORK, w -> w.oldestOutbox().compareTo(Duration.ofMinutes(15)) > 0),
          warning(
                  "work.dead",
                  "Webhooks or messages were given up",
                  "Mend the cause and replay them")
              .look(Look.WORK, w -> w.dead() > 0),
          error("log.redaction", "Logs are not redacted", "Use RedactingEncoder in every appender")
              .look(Look.LOGS, l -> !l.redacts()),
          error(
                  "log.rotation",
                  "Log files are not rotated",
                  "Include META-INF/travel/logback-rolling.xml")
              .look(Look.LOGS, l -> !l.rotates()),
          warning("log.size", "Log files have no limit of size in all", "Set a cap")
              .look(Look.LOGS, l -> l.rotates() && l.mostBytes() <= 0),
          warning("log.debug", "The root logger is at DEBUG", "Set it to INFO")
              .look(Look.LOGS, LogFacts::debug),
          warning(
                  "log.structured",
                  "Log lines are not JSON",
                  "Use RedactingEncoder without a pattern")
              .look(Look.LOGS, l -> !l.structured()),
          error("jvm.debugger", "A debugger can attach to the JVM", "Take out jdwp")
              .look(Look.JVM, j -> any(j, "jdwp") || any(j, "-Xdebug")),
          error(
                  "jvm.jmx",
                  "JMX can be reached without TLS or a password",
                  "Take it out, or require both")
              .look(Look.JVM, OperationChecks::openJmx),
          error(
                  "jvm.trust",
                  "The JVM does not check names of certificates",
                  "Take the property out")
              .look(Look.JVM, j -> any(j, "disableHostnameVerification=true")),
          warning("jvm.version", "The JVM is older than 17", "Update it")
              .look(Look.JVM, j -> j.version() < 17),
          warning("jvm.user", "The process runs as root", "Run it as an account of its own")
              .look(Look.JVM, j -> j.user().equals("root")));

  private OperationChecks() {}

  private static boolean any(JvmFacts jvm, String part) {
    return jvm.arguments().stream().anyMatch(argument -> argument.contains(part));
  }

  private static boolean openJmx(JvmFacts jvm) {
    return any(jvm, "com.sun.management.jmxremote.port")
        && !(any(jvm, "jmxremote.ssl=true") && any(jvm, "jmxremote.authenticate=true"));
  }
}
