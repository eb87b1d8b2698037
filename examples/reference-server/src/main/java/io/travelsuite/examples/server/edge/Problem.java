package io.travelsuite.examples.server.edge;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpStatus;

/** The body of an error outside the APIs' own ones (RFC 9457): its status and nothing else. */
public final class Problem {

  /** Its content type. */
  public static final String TYPE = "application/problem+json";

  private Problem() {}

  /** {@return the body of a status} */
  public static String of(int status) {
    return "{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%d}"
        .formatted(HttpStatus.getMessage(status), status);
  }

  static ByteBuffer bytes(int status) {
    return ByteBuffer.wrap(of(status).getBytes(StandardCharsets.US_ASCII));
  }
}
