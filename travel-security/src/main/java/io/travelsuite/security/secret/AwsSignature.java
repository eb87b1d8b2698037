package io.travelsuite.security.secret;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * AWS Signature Version 4 of a request to the path {@code /} without a query. Source: AWS General
 * Reference, "Create a signed AWS API request".
 *
 * @param region such as {@code eu-central-1}
 * @param service such as {@code secretsmanager}
 * @param time in the form {@code 20150830T123600Z}
 */
record AwsSignature(String region, String service, String time) {

  private static final String ALGORITHM = "AWS4-HMAC-SHA256";

  /** The value of {@code Authorization}. The headers are all that are signed, {@code host} too. */
  String authorization(
      AwsCredentials credentials, String method, Map<String, String> headers, byte[] body) {
    Map<String, String> sorted = new TreeMap<>();
    headers.forEach((name, value) -> sorted.put(name.toLowerCase(Locale.ROOT), value.strip()));
    String names = String.join(";", sorted.keySet());
    String lines =
        sorted.entrySet().stream()
            .map(header -> header.getKey() + ":" + header.getValue() + "\n")
            .collect(Collectors.joining());
    String request = String.join("\n", method, "/", "", lines, names, sha256(body));
    String scope = String.join("/", time.substring(0, 8), region, service, "aws4_request");
    String toSign = String.join("\n", ALGORITHM, time, scope, sha256(request.getBytes(UTF_8)));
    byte[] key = ("AWS4" + credentials.secretKey().text()).getBytes(UTF_8);
    for (String part : scope.split("/", -1)) {
      key = hmac(key, part);
    }
    return ALGORITHM
        + " Credential="
        + credentials.accessKeyId()
        + "/"
        + scope
        + ", SignedHeaders="
        + names
        + ", Signature="
        + HexFormat.of().formatHex(hmac(key, toSign));
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (GeneralSecurityException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(UTF_8));
    } catch (GeneralSecurityException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
