package io.travelsuite.examples.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** The API's own document, which answers are held against. */
final class ApiDocument {

  private static final String FILE = "/io/travelsuite/examples/server/api/openapi.yaml";
  private static final JsonNode DOCUMENT = read();
  private static final Map<String, JsonSchema> SCHEMAS = new ConcurrentHashMap<>();

  private ApiDocument() {}

  private static JsonNode read() {
    try (InputStream in = ApiDocument.class.getResourceAsStream(FILE)) {
      return new YAMLMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every operation, as {@code GET /api/products}. */
  static Set<String> operations() {
    Set<String> operations = new TreeSet<>();
    DOCUMENT
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .fieldNames()
                    .forEachRemaining(
                        method ->
                            operations.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
    operations.removeIf(one -> one.startsWith("PARAMETERS"));
    return operations;
  }

  static JsonNode operation(String method, String template) {
    return DOCUMENT.path("paths").path(template).path(method.toLowerCase(Locale.ROOT));
  }

  /** Fails unless the document tells of such an answer, and its body is as it says. */
  static void check(String method, String path, ApiReply reply) {
    String template = template(method, path.replaceFirst("\\?.*", ""));
    if (template == null) {
      return; // what is nowhere is answered 404 or 405
    }
    JsonNode response = response(operation(method, template), reply.status());
    assertThat(response.isMissingNode())
        .as("%s %s answers %d: %s", method, template, reply.status(), reply.text())
        .isFalse();
    String type = reply.header("Content-Type").replaceFirst(";.*", "");
    if (reply.bytes().length == 0) {
      return;
    }
    assertThat(response.path("content").has(type))
        .as("%s %s answers %d as %s", method, template, reply.status(), type)
        .isTrue();
    JsonNode schema = response.path("content").path(type).path("schema");
    if (type.endsWith("json")) {
      JsonSchema compiled = SCHEMAS.computeIfAbsent(schema.toString(), text -> compile(schema));
      assertThat(compiled.validate(reply.json()))
          .as("%s %s: %s", method, template, reply.text())
          .isEmpty();
    }
  }

  private static JsonSchema compile(JsonNode schema) {
    ObjectNode root = schema.deepCopy();
    root.set("components", DOCUMENT.path("components"));
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(root);
  }

  private static JsonNode response(JsonNode operation, int status) {
    JsonNode responses = operation.path("responses");
    JsonNode found =
        responses.has(Integer.toString(status))
            ? responses.path(Integer.toString(status))
            : status >= 400 ? responses.path("default") : responses.path("none");
    return found.has("$ref") ? DOCUMENT.at(found.path("$ref").asText().substring(1)) : found;
  }

  /** What is written out is nearer than a parameter. */
  private static String template(String method, String path) {
    return operations().stream()
        .filter(operation -> operation.startsWith(method + " "))
        .map(operation -> operation.substring(method.length() + 1))
        .filter(template -> path.matches(pattern(template)))
        .min(Comparator.comparingLong(template -> template.chars().filter(c -> c == '{').count()))
        .orElse(null);
  }

  private static String pattern(String template) {
    return template.replace(".", "\\.").replaceAll("\\{[a-z]+\\}", "[^/]+");
  }
}
