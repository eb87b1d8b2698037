package io.travelsuite.examples.supply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

/** A list of components, as CycloneDX has it in JSON (ECMA-424). */
final class Bom {

  private static final String OWN = "io.travelsuite";

  private Bom() {}

  /** All components of others, by their coordinates. */
  static List<Component> read(Path file) throws IOException {
    JsonNode json = new ObjectMapper().readTree(file.toFile());
    if (!json.path("bomFormat").asText().equals("CycloneDX")) {
      throw new IOException(file + " is no CycloneDX list");
    }
    List<Component> components = new ArrayList<>();
    json.path("components").forEach(one -> components.add(component(one)));
    components.removeIf(one -> one.group().equals(OWN));
    components.sort(Comparator.comparing(Component::coordinates));
    return components;
  }

  private static Component component(JsonNode json) {
    String sha256 =
        StreamSupport.stream(json.path("hashes").spliterator(), false)
            .filter(hash -> hash.path("alg").asText().equals("SHA-256"))
            .map(hash -> hash.path("content").asText())
            .findFirst()
            .orElse("");
    Set<String> licences = new HashSet<>();
    json.path("licenses").forEach(one -> licences.add(licence(one)));
    return new Component(
        json.path("group").asText(),
        json.path("name").asText(),
        json.path("version").asText(),
        sha256,
        licences);
  }

  private static String licence(JsonNode json) {
    JsonNode licence = json.path("license");
    if (json.has("expression")) {
      return json.path("expression").asText();
    }
    return licence.path("id").asText(licence.path("name").asText("unknown"));
  }
}
