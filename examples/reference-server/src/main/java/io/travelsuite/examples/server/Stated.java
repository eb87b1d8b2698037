package io.travelsuite.examples.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.travelsuite.examples.program.BadInputException;
import io.travelsuite.security.readiness.Attestation;
import io.travelsuite.security.readiness.BackupFacts;
import io.travelsuite.security.readiness.DataSetup;
import io.travelsuite.security.readiness.OperationSetup;
import io.travelsuite.security.readiness.Silence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What no program can see of a deployment and somebody states, in a file of JSON. What is not in it
 * is taken for not done.
 */
record Stated(JsonNode file) {

  /** Reads a file; without one nothing is stated. */
  static Stated read(@Nullable Path path) {
    ObjectMapper json = new ObjectMapper();
    if (path == null) {
      return new Stated(json.createObjectNode());
    }
    try {
      JsonNode file = json.readTree(Files.readAllBytes(path));
      if (file == null || !file.isObject()) {
        throw new BadInputException("TRAVEL_DEPLOYMENT must hold a JSON object", null);
      }
      return new Stated(file);
    } catch (IOException e) {
      throw new BadInputException("TRAVEL_DEPLOYMENT is no file of JSON that can be read", e);
    }
  }

  int instances() {
    return file.path("instances").asInt(1);
  }

  String migrator() {
    return file.path("migrator").asText("");
  }

  boolean managedSecrets() {
    return file.path("secretsManaged").asBoolean(false);
  }

  Instant secretsSince() {
    return instant(file, "secretsSince");
  }

  @Nullable Instant heartbeat() {
    return file.has("heartbeat") ? instant(file, "heartbeat") : null;
  }

  /** What is stated of personal data, beside what the settings tell. */
  DataSetup data(Settings settings) {
    JsonNode data = file.path("data");
    Map<String, Duration> retention = new LinkedHashMap<>();
    data.path("retentionDays")
        .properties()
        .forEach(kept -> retention.put(kept.getKey(), Duration.ofDays(kept.getValue().asLong())));
    return new DataSetup(
        settings.personKeys().isPresent(),
        DataSetup.KeySource.valueOf(data.path("keys").asText("BESIDE_THE_DATA")),
        instant(data, "keySince"),
        retention,
        settings.running().journal() != null,
        true,
        instant(data, "cardsSearched"));
  }

  OperationSetup operations() {
    JsonNode watch = file.path("operations");
    Set<String> rules = new HashSet<>();
    watch.path("alertRules").forEach(rule -> rules.add(rule.asText()));
    Set<Integer> ports = new HashSet<>();
    watch.path("ports").forEach(port -> ports.add(port.asInt()));
    return new OperationSetup(
        watch.path("errorTracking").asBoolean(false),
        true,
        watch.path("alerts").asBoolean(false),
        true,
        rules,
        ports,
        instant(watch, "dependenciesAudited"),
        watch.path("vulnerable").asInt(0),
        instant(watch, "sbomMade"));
  }

  @Nullable BackupFacts backup() {
    JsonNode backup = file.path("backup");
    return backup.isMissingNode()
        ? null
        : new BackupFacts(
            instant(backup, "last"),
            backup.path("encrypted").asBoolean(false),
            backup.path("elsewhere").asBoolean(false),
            instant(backup, "restoreTested"));
  }

  List<Attestation> attestations() {
    List<Attestation> all = new ArrayList<>();
    for (JsonNode one : file.path("attestations")) {
      all.add(
          new Attestation(
              one.path("id").asText(),
              one.path("statement").asText(),
              one.path("owner").asText(),
              LocalDate.parse(one.path("on").asText()),
              LocalDate.parse(one.path("until").asText())));
    }
    return all;
  }

  List<Silence> silences() {
    List<Silence> all = new ArrayList<>();
    for (JsonNode one : file.path("silences")) {
      all.add(
          new Silence(
              one.path("id").asText(),
              one.path("reason").asText(),
              LocalDate.parse(one.path("until").asText())));
    }
    return all;
  }

  private static Instant instant(JsonNode node, String name) {
    return Instant.parse(node.path(name).asText(Instant.EPOCH.toString()));
  }
}
