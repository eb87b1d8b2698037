package io.travelsuite.examples.server.edge;

import io.travelsuite.metric.Metric;
import io.travelsuite.metric.Metrics;
import io.travelsuite.security.web.EdgeAnswer;
import io.travelsuite.security.web.EdgeGuard;
import io.travelsuite.security.web.EdgeRequest;
import io.travelsuite.security.web.RequestLimits;
import java.util.Set;
import java.util.UUID;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Asks the library's guard of every request before anything else sees it, and sets its headers. */
final class EdgeHandler extends Handler.Wrapper {

  /** The attribute with a request's id, which is in its answer and in the log. */
  static final String ID = EdgeHandler.class.getName() + ".id";

  private static final String SECURE = EdgeHandler.class.getName() + ".secure";

  /** All others have no endpoint, and TRACE would answer cookies. */
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  private final EdgeGuard guard;
  private final Metrics metrics;

  EdgeHandler(EdgeGuard guard, Metrics metrics) {
    this.guard = guard;
    this.metrics = metrics;
  }

  /** Whether a request came by HTTPS, also where a trusted proxy ended that. */
  static boolean isSecure(Request request) {
    return request.isSecure()
        || request.getConnectionMetaData().isSecure() // of a request that could not be read
        || request.getAttribute(SECURE) != null;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    String id = UUID.randomUUID().toString();
    request.setAttribute(ID, id);
    EdgeAnswer answer = guard.judge(judged(request));
    HttpFields.Mutable headers = response.getHeaders();
    answer.headers().forEach(headers::put);
    headers.put("X-Request-Id", id);
    if (answer instanceof EdgeAnswer.Ended ended) {
      return end(response, callback, ended.status(), ended.reason());
    }
    if (((EdgeAnswer.Passed) answer).secure()) {
      request.setAttribute(SECURE, true);
    }
    if (!METHODS.contains(request.getMethod())) {
      headers.put(HttpHeader.ALLOW, String.join(", ", METHODS));
      return end(response, callback, 405, "method");
    }
    if (request.getLength() > mostBytes(request)) {
      headers.put(HttpHeader.CONNECTION, "close"); // nobody reads the rest
      return end(response, callback, 413, "size");
    }
    return super.handle(request, response, callback);
  }

  private static EdgeRequest judged(Request request) {
    HttpFields fields = request.getHeaders();
    return new EdgeRequest(
        request.getMethod(),
        String.valueOf(request.getHttpURI().getPathQuery()),
        Request.getRemoteAddr(request),
        request.isSecure(),
        fields::getValuesList);
  }

  /** Providers of payments send more than anybody else. */
  private static boolean isWebhook(Request request) {
    return Request.getPathInContext(request).startsWith("/webhooks/");
  }

  private static long mostBytes(Request request) {
    return isWebhook(request) ? RequestLimits.WEBHOOK_BODY_BYTES : Limits.BODY_BYTES;
  }

  private boolean end(Response response, Callback callback, int status, String reason) {
    metrics.count(Metric.of("travel.server.refused", "reason", reason), 1);
    response.setStatus(status);
    if (status < 400) {
      response.write(true, null, callback);
    } else {
      response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.TYPE);
      response.write(true, Problem.bytes(status), callback);
    }
    return true;
  }
}
