package io.travelsuite.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;

/** The vectors in the test resources. */
public final class Vectors {

  private Vectors() {}

  public static String text(String path) {
    try (InputStream file = Vectors.class.getResourceAsStream("/vectors/" + path)) {
      return new String(Objects.requireNonNull(file, path).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static JsonNode json(String path) {
    try {
      return new ObjectMapper().readTree(text(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The cases of all groups of one of Wycheproof's files. */
  public static List<JsonNode> wycheproof(String name) {
    List<JsonNode> cases = new ArrayList<>();
    json("signin/" + name)
        .path("testGroups")
        .forEach(group -> group.path("tests").forEach(cases::add));
    return cases;
  }

  /** The bytes of a field in hexadecimal. */
  public static byte[] hex(JsonNode test, String field) {
    return HexFormat.of().parseHex(test.path(field).asText());
  }

  public static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }
}
