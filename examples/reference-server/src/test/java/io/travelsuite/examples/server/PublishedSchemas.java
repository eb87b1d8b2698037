package io.travelsuite.examples.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.oas.OpenApi30;
import java.nio.file.Path;
import java.util.Map;

/**
 * Judges answers by OCTO's published OpenAPI, where {@code -Docto.openapi} names its file: its
 * repository states no licence, so it is not in this one.
 */
final class PublishedSchemas {

  private static final String FILE = System.getProperty("octo.openapi", "");
  private static final Map<String, String> ERRORS =
      Map.of(
          "INVALID_PRODUCT_ID", "ErrorInvalidProductID",
          "INVALID_OPTION_ID", "ErrorInvalidOptionID",
          "INVALID_UNIT_ID", "ErrorInvalidUnitID",
          "INVALID_AVAILABILITY_ID", "ErrorInvalidAvailabilityID",
          "INVALID_BOOKING_UUID", "ErrorInvalidBookingUUID",
          "BAD_REQUEST", "ErrorBadRequest",
          "UNPROCESSABLE_ENTITY", "ErrorUnprocessableEntity",
          "UNAUTHORIZED", "ErrorUnauthorized",
          "FORBIDDEN", "ErrorForbidden",
          "INTERNAL_SERVER_ERROR", "ErrorInternalServerError");

  /**
   * What is open by hours has no start times, says the contract, which the schema does not know.
   */
  private static final String NO_STARTS =
      "availabilityLocalStartTimes: must have at least 1 items but found 0";

  private PublishedSchemas() {}

  static void check(String path, Reply reply) {
    if (FILE.isEmpty()) {
      return;
    }
    if (reply.status() == 400) {
      check(reply.body(), ERRORS.get(reply.body().path("error").asText()));
    } else if (reply.status() == 200) {
      Iterable<JsonNode> each =
          reply.body().isArray() ? reply.body() : java.util.List.of(reply.body());
      each.forEach(one -> check(one, OctoForms.of(path)));
    }
  }

  private static void check(JsonNode node, String name) {
    JsonSchemaFactory factory =
        JsonSchemaFactory.getInstance(
            SpecVersion.VersionFlag.V4,
            builder ->
                builder
                    .metaSchema(OpenApi30.getInstance())
                    .defaultMetaSchemaIri(OpenApi30.getInstance().getIri()));
    String location = Path.of(FILE).toUri() + "#/components/schemas/" + name;
    assertThat(factory.getSchema(SchemaLocation.of(location)).validate(node))
        .as("%s against %s", node, name)
        .filteredOn(finding -> !finding.getMessage().contains(NO_STARTS))
        .isEmpty();
  }
}
