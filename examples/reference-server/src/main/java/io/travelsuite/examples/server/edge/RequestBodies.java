package io.travelsuite.examples.server.edge;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.javalin.http.Context;
import io.travelsuite.security.web.RequestLimits;
import java.io.IOException;
import java.util.Optional;

/** Bodies as all endpoints read them: no larger and no deeper than the library's limits. */
public final class RequestBodies {

  private RequestBodies() {}

  /**
   * {@return what reads and writes JSON, to be made stricter by an API}
   *
   * @param factory with what the API asks of the text
   */
  public static JsonMapper.Builder mapper(JsonFactoryBuilder factory) {
    StreamReadConstraints shallow =
        StreamReadConstraints.builder().maxNestingDepth(RequestLimits.JSON_DEPTH).build();
    return JsonMapper.builder(factory.streamReadConstraints(shallow).build())
        .addModule(new JavaTimeModule())
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  }

  /** {@return whether a page's form sends a request, and no script} */
  public static boolean isForm(Context context) {
    String type = context.contentType();
    return type != null && type.startsWith("application/x-www-form-urlencoded");
  }

  /**
   * {@return a body, if it is no larger than that}
   *
   * @param context of the request
   * @param most bytes that are read
   * @throws IOException when it does not come
   */
  public static Optional<byte[]> read(Context context, int most) throws IOException {
    byte[] bytes = context.bodyInputStream().readNBytes(most + 1);
    return bytes.length > most ? Optional.empty() : Optional.of(bytes);
  }
}
