package io.travelsuite.examples.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table of routes against the document, and what each line of it must have. */
class ApiTableTest extends ApiSuite {

  private List<String> table() {
    return fixture.server.shop().api().endpoints();
  }

  private static String name(String line) {
    return line.replaceFirst("^(\\S+ \\S+).*", "$1");
  }

  @Test
  void every_route_is_in_the_document_and_nothing_else_is() {
    Set<String> routes =
        table().stream().map(ApiTableTest::name).collect(Collectors.toCollection(TreeSet::new));

    assertThat(routes).isEqualTo(ApiDocument.operations());
  }

  @Test
  void what_changes_something_is_let_in_and_counted_and_never_done_twice() {
    assertThat(table())
        .filteredOn(line -> !line.startsWith("GET "))
        .isNotEmpty()
        .allSatisfy(
            line -> {
              if (line.contains("SIGNED")) {
                assertThat(line).startsWith("POST /webhooks/");
              } else {
                assertThat(line).matches("(POST|PUT) \\S+ [a-z]+:[a-z]+ CHANGE (KEY|MATCH)");
              }
            });
    assertThat(table())
        .filteredOn(line -> line.startsWith("GET "))
        .allMatch(line -> line.endsWith(" SAFE"));
  }

  @Test
  void the_document_tells_permission_key_and_version_of_each_route() {
    for (String line : table()) {
      String[] parts = line.split(" ", -1);
      JsonNode operation = ApiDocument.operation(parts[0], parts[1]);
      String text = operation.toString();
      if (parts[2].equals("-")) {
        assertThat(operation.path("security").isArray()).as(line).isTrue();
      } else {
        assertThat(operation.path("description").asText()).as(line).contains("`" + parts[2] + "`");
      }
      assertThat(text.contains("parameters/IdempotencyKey"))
          .as(line)
          .isEqualTo(line.endsWith("KEY"));
      assertThat(text.contains("parameters/IfMatch\"")).as(line).isEqualTo(line.endsWith("MATCH"));
    }
  }

  @Test
  void the_document_and_its_pages_need_no_other_server() {
    ApiClient nobody = new ApiClient(fixture.server.address(), "");
    String page = nobody.get("/api/docs").text();

    assertThat(nobody.get("/api/openapi.yaml").text()).startsWith("openapi: 3.1.0");
    assertThat(page).doesNotContain("http:", "https:", "<script>", "onload");
    assertThat(nobody.get("/api/docs").header("Content-Security-Policy"))
        .contains("script-src 'self'")
        .doesNotContain("script-src 'self' 'unsafe");
    for (String file : List.of("start.js", "swagger-ui.css", "swagger-ui-bundle.js")) {
      assertThat(page).contains("/api/docs/" + file);
      assertThat(nobody.get("/api/docs/" + file).status()).isEqualTo(200);
    }
    assertThat(nobody.get("/api/docs/Dispatcher.class").status()).isEqualTo(404);
  }
}
