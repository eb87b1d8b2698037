package io.travelsuite.examples.webhooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.travelsuite.examples.program.BadInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads vector files. */
final class VectorFile {

  private static final JsonMapper MAPPER = new JsonMapper();

  private VectorFile() {}

  /**
   * Reads a file's cases.
   *
   * @param file a vector file
   * @return its cases, in their order
   * @throws BadInputException if it cannot be read or is no vector file
   */
  static List<VectorCase> read(Path file) {
    JsonNode root = json(file);
    JsonNode provider = root.path("provider");
    JsonNode cases = root.path("cases");
    if (!provider.isTextual() || !cases.isArray()) {
      throw new BadInputException(file + " is no vector file: provider or cases is missing", null);
    }
    List<VectorCase> read = new ArrayList<>();
    cases.forEach(json -> read.add(new VectorCase(provider.asText(), json)));
    return read;
  }

  private static JsonNode json(Path file) {
    try {
      return MAPPER.readTree(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new BadInputException("cannot read " + file + ": " + e.getMessage(), e);
    }
  }
}
