package io.travelsuite.examples.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;

/** An answer of the native API. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ApiReply(int status, HttpHeaders headers, byte[] bytes) {

  JsonNode json() {
    try {
      return OctoClient.JSON.readTree(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(text(), e);
    }
  }

  String text() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  String header(String name) {
    return headers.firstValue(name).orElse("");
  }

  String tag() {
    return header("ETag");
  }

  /** The body of a success. */
  JsonNode done(int expected) {
    assertThat(status).as("%s", text()).isEqualTo(expected);
    return json();
  }

  /** The body of a refusal, a problem of that code. */
  JsonNode refused(int expected, String code) {
    assertThat(status).as("%s", text()).isEqualTo(expected);
    assertThat(header("Content-Type")).startsWith("application/problem+json");
    assertThat(json().path("type").asText()).as("%s", text()).endsWith(":" + code);
    assertThat(json().path("status").asInt()).isEqualTo(expected);
    assertThat(json().path("detail").asText()).isNotBlank();
    return json();
  }
}
