package io.travelsuite.security;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Test vectors, which are JSON. */
public final class Vectors {

  private Vectors() {}

  /** A file of {@code vectors/signin}. */
  public static JsonNode read(String name) {
    try (InputStream file = Vectors.class.getResourceAsStream("/vectors/signin/" + name)) {
      return new ObjectMapper().readTree(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The cases of all groups of one of Wycheproof's files. */
  public static List<JsonNode> wycheproof(String name) {
    List<JsonNode> cases = new ArrayList<>();
    read(name).path("testGroups").forEach(group -> group.path("tests").forEach(cases::add));
    return cases;
  }

  /** The bytes of a field in hexadecimal. */
  public static byte[] hex(JsonNode test, String field) {
    return HexFormat.of().parseHex(test.path(field).asText());
  }
}
