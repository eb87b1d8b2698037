package io.travelsuite.notify.sms;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.twilio.http.Request;
import com.twilio.http.Response;
import io.travelsuite.notify.channel.SendResult.Failed;
import io.travelsuite.notify.channel.SendResult.Unknown;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.net.ssl.SSLHandshakeException;
import org.apache.hc.core5.http.Header;
import org.jspecify.annotations.Nullable;

/**
 * The SDK's requests by the JDK's client. The SDK's own client tries 5xx answers three times more,
 * each of which may send the message again, and at DEBUG writes the Authorization header to the
 * log.
 */
final class TwilioHttp extends com.twilio.http.HttpClient {

  /** Of null the SDK's log would make an exception. */
  private static final Header[] NO_HEADERS = {};

  private static final int MOST_BYTES = 1 << 20;
  private static final long LONGEST_PAUSE = Duration.ofDays(1).toSeconds();
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client;
  private final TwilioSettings settings;

  TwilioHttp(HttpClient client, TwilioSettings settings) {
    this.client = client;
    this.settings = settings;
  }

  /** Once: see above. */
  @Override
  public Response reliableRequest(Request request) {
    return makeRequest(request);
  }

  @Override
  public Response reliableRequest(Request request, int[] codes, int retries, long pause) {
    return makeRequest(request);
  }

  /** A success, or a {@link TwilioCallException} with what it is instead. */
  @Override
  public Response makeRequest(Request request) {
    try {
      HttpResponse<InputStream> response =
          client.send(http(request), HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = response.body()) {
        return answer(response, new String(body.readNBytes(MOST_BYTES), StandardCharsets.UTF_8));
      }
    } catch (HttpConnectTimeoutException | ConnectException notThere) {
      throw new TwilioCallException(new Failed("connection", null));
    } catch (SSLHandshakeException notTwilio) {
      throw new TwilioCallException(new Failed("tls", null));
    } catch (HttpTimeoutException slow) {
      throw new TwilioCallException(new Unknown("timeout"));
    } catch (IOException lost) {
      throw new TwilioCallException(new Unknown("connection-lost"));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new TwilioCallException(new Unknown("interrupted"));
    }
  }

  private HttpRequest http(Request request) {
    URI url = URI.create(settings.apiBase() + request.constructURL().getPath());
    return HttpRequest.newBuilder(url)
        .timeout(settings.timeout())
        .header("Authorization", request.getAuthString())
        .header("Accept", "application/json")
        .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
        .POST(HttpRequest.BodyPublishers.ofString(request.encodeFormBody()))
        .build();
  }

  private static Response answer(HttpResponse<InputStream> response, String body) {
    int status = response.statusCode();
    if (status / 100 == 2) {
      return new Response(body, status, NO_HEADERS);
    }
    throw new TwilioCallException(TwilioOutcome.of(status, code(body), retryAfter(response)));
  }

  private static int code(String body) {
    try {
      return JSON.readTree(body).path("code").asInt(0);
    } catch (IOException notJson) {
      return 0;
    }
  }

  /** In seconds, which is what Twilio sends; a date says nothing without its clock. */
  private static @Nullable Duration retryAfter(HttpResponse<?> response) {
    String seconds = response.headers().firstValue("Retry-After").orElse("");
    return seconds.matches("[0-9]{1,9}")
        ? Duration.ofSeconds(Math.min(Long.parseLong(seconds), LONGEST_PAUSE))
        : null;
  }
}
