package io.travelsuite.examples.server.edge;

import io.javalin.http.Context;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Answers HEAD by what answers GET (RFC 9110, section 9.3.2): who may not read, or asks for what is
 * not there, is told so. No body is sent all the same: Jetty looks at what came over the wire.
 */
public final class HeadAsGet extends Handler.Wrapper {

  private static final String HEAD = HttpMethod.HEAD.asString();
  private static final String ATTRIBUTE = HeadAsGet.class.getName();

  /** {@return whether no body is wanted: an answer without an end has to end then} */
  public static boolean isHead(Context context) {
    return context.req().getAttribute(ATTRIBUTE) != null;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    if (!HEAD.equals(request.getMethod())) {
      return super.handle(request, response, callback);
    }
    request.setAttribute(ATTRIBUTE, true);
    Request get =
        new Request.Wrapper(request) {
          @Override
          public String getMethod() {
            return HttpMethod.GET.asString();
          }
        };
    return super.handle(get, response, callback);
  }
}
