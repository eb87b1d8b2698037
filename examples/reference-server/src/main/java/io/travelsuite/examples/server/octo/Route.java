package io.travelsuite.examples.server.octo;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.travelsuite.examples.server.edge.RequestBodies;
import io.travelsuite.security.role.Permission;
import io.travelsuite.security.web.RequestLimits;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint.
 *
 * @param method GET, POST or PATCH
 * @param path below the address of the API
 * @param permission what a token must be for
 * @param changes whether it changes something, and is counted
 * @param action what it answers
 */
record Route(
    HandlerType method, String path, Permission permission, boolean changes, Action action) {

  /** What a request asks for. */
  interface Action {
    Object answer(Caller caller, Call call) throws IOException;
  }

  /** A request, as far as an action looks at it. */
  record Call(Context context, ObjectMapper json) {

    String path(String name) {
      return context.pathParam(name);
    }

    @Nullable String query(String name) {
      return context.queryParam(name);
    }

    /** The body, which must be a JSON object. */
    <T> T body(Class<T> form) throws IOException {
      byte[] bytes =
          RequestBodies.read(context, RequestLimits.JSON_BODY_BYTES)
              .orElseThrow(() -> OctoException.badRequest("the body is too large"));
      try {
        T body = json.readValue(bytes.length == 0 ? "{}".getBytes(UTF_8) : bytes, form);
        if (body == null) {
          throw OctoException.badRequest("the body must be a JSON object");
        }
        return body;
      } catch (JsonProcessingException e) {
        // what the parser says of it may repeat the body
        throw OctoException.badRequest("the body is not the JSON that this call takes");
      }
    }
  }
}
