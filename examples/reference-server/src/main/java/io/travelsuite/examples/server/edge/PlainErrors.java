package io.travelsuite.examples.server.edge;

import io.travelsuite.security.web.SecurityHeaders;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Errors of the server itself, of requests too that it could not read: the headers of every answer,
 * a status and nothing of the inside.
 */
final class PlainErrors implements Request.Handler {

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    SecurityHeaders.forApi()
        .headers(EdgeHandler.isSecure(request))
        .forEach(response.getHeaders()::put);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.TYPE);
    response.write(true, Problem.bytes(response.getStatus()), callback);
    return true;
  }
}
