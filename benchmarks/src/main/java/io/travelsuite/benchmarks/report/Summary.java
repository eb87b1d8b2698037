package io.travelsuite.benchmarks.report;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * results.json.
 *
 * @param form quick or full
 * @param minutes how long it took
 * @param database product and version
 * @param durability the server's settings
 * @param machine processor, memory and Java
 * @param pools the connections of each strategy, by occurrences
 * @param results all figures
 * @param targets what they should come to
 */
@JsonPropertyOrder({"form", "minutes", "database", "durability", "machine", "pools"})
public record Summary(
    String form,
    double minutes,
    String database,
    Map<String, Object> durability,
    Map<String, Object> machine,
    Map<String, Map<String, Integer>> pools,
    List<Result> results,
    List<Target> targets) {

  /** Writes the file. */
  public void write(Path file) throws IOException {
    new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(file.toFile(), this);
  }
}
