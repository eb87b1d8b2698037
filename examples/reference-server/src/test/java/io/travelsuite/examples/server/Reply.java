package io.travelsuite.examples.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;

/** An answer of the server. */
record Reply(int status, HttpHeaders headers, JsonNode body) {

  /** The body of a success. */
  JsonNode ok() {
    assertThat(status).as("%s", body).isEqualTo(200);
    return body;
  }

  /** The body of a refusal, which has OCTO's form and names what it refused. */
  JsonNode refused(String code) {
    assertThat(status).as("%s", body).isEqualTo(400);
    assertThat(body.path("error").asText()).as("%s", body).isEqualTo(code);
    assertThat(body.path("errorMessage").asText()).isNotBlank();
    return body;
  }
}
