package io.travelsuite.security.backup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.travelsuite.InvalidRequestException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;

/** A manifest as JSON. */
final class ManifestJson {

  private ManifestJson() {}

  static ObjectNode write(BackupManifest manifest) {
    ObjectNode json = SignedJson.JSON.createObjectNode();
    json.put("name", manifest.name()).put("begun_at", manifest.begunAt().toString());
    json.put("key", manifest.keyId()).put("server", manifest.content().server());
    json.put("schema_version", manifest.content().schemaVersion());
    put(json.putObject("dump"), manifest.dump());
    put(json.putObject("file"), manifest.file());
    ObjectNode rows = json.putObject("rows");
    manifest.content().rows().forEach(rows::put);
    return json;
  }

  private static void put(ObjectNode json, StreamSum sum) {
    json.put("bytes", sum.bytes()).put("sha256", sum.sha256());
  }

  static BackupManifest read(JsonNode json) {
    SortedMap<String, Long> rows = new TreeMap<>();
    json.path("rows").properties().forEach(e -> rows.put(e.getKey(), e.getValue().asLong()));
    try {
      return new BackupManifest(
          json.path("name").asText(),
          Instant.parse(json.path("begun_at").asText()),
          new DumpContent(json.path("server").asText(), json.path("schema_version").asInt(), rows),
          sum(json.path("dump")),
          sum(json.path("file")),
          json.path("key").asText());
    } catch (DateTimeException | InvalidRequestException otherVersion) {
      throw BackupException.refused("the manifest of the backup is of another form");
    }
  }

  private static StreamSum sum(JsonNode json) {
    return new StreamSum(json.path("bytes").asLong(), json.path("sha256").asText());
  }
}
