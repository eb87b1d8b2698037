package io.travelsuite.security.secret;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.travelsuite.secret.Secret;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Signed requests to a service of AWS that speaks JSON 1.1. */
record AwsRequests(
    SecretHttp http,
    URI endpoint,
    String region,
    Service service,
    Supplier<AwsCredentials> credentials,
    Clock clock) {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final String TYPE = "application/x-amz-json-1.1";

  /** Its name in a signature, and what stands before an operation's name. */
  record Service(String name, String target) {}

  SecretHttp.Answer send(String operation, ObjectNode content) {
    byte[] body = content.toString().getBytes(UTF_8);
    AwsCredentials key = credentials.get();
    String time = TIME.format(clock.instant());
    Map<String, String> headers = new TreeMap<>();
    headers.put("Content-Type", TYPE);
    headers.put("X-Amz-Date", time);
    headers.put("X-Amz-Target", service.target() + "." + operation);
    Secret session = key.sessionToken();
    if (session != null) {
      headers.put("X-Amz-Security-Token", http.headerValue(session));
    }
    HttpRequest.Builder request =
        HttpRequest.newBuilder(endpoint.resolve("/"))
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    headers.forEach(request::header);
    int port = endpoint.getPort();
    headers.put("Host", port < 0 ? endpoint.getHost() : endpoint.getHost() + ":" + port);
    AwsSignature signature = new AwsSignature(region, service.name(), time);
    return http.send(
        request.header("Authorization", signature.authorization(key, "POST", headers, body)));
  }
}
