package io.travelsuite.security.readiness;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Of data, backups, the process and its watching. */
final class OperationDefects {

  static final List<Defect> ALL =
      List.of(
          Defect.of("data.encryption", "host.data.encrypted", false),
          Defect.of("data.key-source", "host.data.keys", DataSetup.KeySource.BESIDE_THE_DATA),
          Defect.of("data.key-file", "host.data.keys", DataSetup.KeySource.FILE),
          Defect.of("data.key-old", "host.data.keySince", Subject.ago(24 * 400)),
          Defect.of("data.retention", "host.data.retention", Map.of()),
          Defect.of(
              "data.retention-limit", "host.data.retention", Map.of("contacts", Duration.ZERO)),
          Defect.of("data.erasure-journal", "host.data.erasureJournal", false),
          Defect.of("data.cards", "host.data.cardsSearched", Subject.ago(24 * 91)),
          Defect.of("audit.off", "host.data.auditOn", false),
          Defect.of("audit.seal", "audit.sealed", Subject.ago(26)),
          Defect.of("audit.intact", "audit.intact", false),
          Defect.of("backup.late", "backup.last", Subject.ago(26)),
          Defect.of("backup.missing", "backup.last", Subject.ago(50)),
          Defect.of("backup.encrypted", "backup.encrypted", false),
          Defect.of("backup.elsewhere", "backup.elsewhere", false),
          Defect.of("backup.restored", "backup.restoreTested", Subject.ago(24 * 31)),
          Defect.of("ops.errors", "host.operations.errorTracking", false),
          Defect.of("ops.errors-scrubbed", "host.operations.errorsScrubbed", false),
          Defect.of("ops.alerts", "host.operations.alerts", false),
          Defect.of(
              "ops.alert-rules",
              "host.operations.alertRules",
              Set.of("payments", "errors", "database", "backups")),
          Defect.of("ops.metrics", "host.operations.metrics", false),
          Defect.of("ops.heartbeat", "heartbeat", Subject.ago(25)),
          Defect.of("ops.ports", "ports", Set.of(443, 3306)),
          Defect.of("ops.audited", "host.operations.dependenciesAudited", Subject.ago(24 * 31)),
          Defect.of("ops.vulnerable", "host.operations.vulnerable", 1),
          Defect.of("ops.sbom", "host.operations.sbomMade", Subject.ago(24 * 91)),
          Defect.of("ops.clock", "clock", Duration.ofSeconds(3)),
          Defect.of("work.outbox", "work.oldestOutbox", Duration.ofMinutes(16)),
          Defect.of("work.dead", "work.dead", 1L),
          Defect.of("log.redaction", "logs.redacts", false),
          Defect.of("log.rotation", "logs.rotates", false),
          Defect.of("log.size", "logs.mostBytes", 0L),
          Defect.of("log.debug", "logs.debug", true),
          Defect.of("log.structured", "logs.structured", false),
          Defect.of(
              "jvm.debugger",
              "jvm.arguments",
              List.of("-agentlib:jdwp=transport=dt_socket,address=*:5005")),
          Defect.of(
              "jvm.jmx", "jvm.arguments", List.of("-Dcom.sun.management.jmxremote.port=9010")),
          Defect.of(
              "jvm.trust",
              "jvm.arguments",
              List.of("-Djdk.internal.httpclient.disableHostnameVerification=true")),
          Defect.of("jvm.version", "jvm.version", 11),
          Defect.of("jvm.user", "jvm.user", "root"));

  private OperationDefects() {}
}
