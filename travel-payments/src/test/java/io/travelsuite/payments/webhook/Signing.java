package io.travelsuite.payments.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.travelsuite.secret.Secret;
import io.travelsuite.webhook.VerifiedWebhook;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs as the providers do, apart from the code under test. */
final class Signing {

  static final Instant NOW = Instant.parse("2026-07-01T12:00:00Z");
  static final long SECONDS = NOW.getEpochSecond();
  static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  private Signing() {}

  static VerifierSettings settings(String... secrets) {
    Secret[] all = List.of(secrets).stream().map(Secret::of).toArray(Secret[]::new);
    return VerifierSettings.of("main", CLOCK, all);
  }

  static byte[] hmac(String algorithm, byte[] key, String signed) {
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(key, algorithm));
      return mac.doFinal(signed.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  static String hex(String secret, String signed) {
    return HexFormat.of().formatHex(hmac("HmacSHA256", secret.getBytes(UTF_8), signed));
  }

  static String base64(byte[] key, String signed) {
    return Base64.getEncoder().encodeToString(hmac("HmacSHA256", key, signed));
  }

  /** A request of a body and headers, name after value. */
  static WebhookRequest request(String body, String... headers) {
    Map<String, List<String>> all = new LinkedHashMap<>();
    for (int i = 0; i < headers.length; i += 2) {
      all.put(headers[i], List.of(headers[i + 1]));
    }
    return WebhookRequest.of(body.getBytes(UTF_8), all);
  }

  static Rejected rejected(RejectionReason reason) {
    return new Rejected(reason);
  }

  static VerifiedWebhook verified(Verification verification) {
    return ((Verified) verification).webhooks().get(0);
  }

  static VerifiedWebhook toFetch(Verification verification) {
    return ((FetchBackRequired) verification).webhooks().get(0);
  }
}
