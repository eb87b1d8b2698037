package io.travelsuite.examples.server.edge;

import io.travelsuite.security.monitor.HttpMeasures;
import java.time.Duration;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.MDC;

/** Puts a request's id into every line that is logged for it, and times it. */
final class Requests extends Handler.Wrapper {

  /** The attribute with the line of the table that a request is answered by. */
  static final String ROUTE = Requests.class.getName() + ".route";

  private static final String NO_ROUTE = "none";

  private final HttpMeasures answers;

  Requests(HttpMeasures answers) {
    this.answers = answers;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    long begun = request.getBeginNanoTime();
    Request.addCompletionListener(request, failure -> told(request, response, begun));
    try (MDC.MDCCloseable id =
        MDC.putCloseable("request", String.valueOf(request.getAttribute(EdgeHandler.ID)))) {
      return super.handle(request, response, callback);
    }
  }

  /** By the table's line: paths hold ids, and there is no end of them. */
  private void told(Request request, Response response, long begun) {
    Object route = request.getAttribute(ROUTE);
    answers.answered(
        route == null ? NO_ROUTE : route.toString(),
        response.getStatus(),
        Duration.ofNanos(Math.max(0, System.nanoTime() - begun)));
  }
}
