package io.travelsuite.examples.server.edge;

import io.travelsuite.metric.Metric;
import io.travelsuite.metric.Metrics;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.MDC;

/** Puts a request's id into every line that is logged for it, and times it. */
final class Requests extends Handler.Wrapper {

  private final Metrics metrics;

  Requests(Metrics metrics) {
    this.metrics = metrics;
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

  /** By method and kind of status: paths hold ids, and there is no end of them. */
  private void told(Request request, Response response, long begun) {
    String status = response.getStatus() / 100 + "xx";
    Metric metric =
        new Metric(
            "travel.server.request",
            new TreeMap<>(Map.of("method", request.getMethod(), "status", status)));
    metrics.time(metric, Duration.ofNanos(Math.max(0, System.nanoTime() - begun)));
  }
}
