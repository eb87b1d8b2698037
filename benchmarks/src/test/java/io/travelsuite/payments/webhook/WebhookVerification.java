package io.travelsuite.payments.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.stripe.exception.SignatureVerificationException;
import com.stripe.net.Webhook;
import io.travelsuite.secret.Secret;
import io.travelsuite.webhook.VerifiedWebhook;
import java.net.http.HttpHeaders;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * What it costs to judge a webhook with a body of 4 KB: of Stripe and of Standard Webhooks, beside
 * the bare HMAC over the same bytes and the vendors' own verifiers, which are given the body as the
 * text they ask for.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class WebhookVerification {

  private static final int BODY_BYTES = 4096;
  private static final int TOLERANCE_SECONDS = 300;
  private static final String STRIPE_SECRET = "whsec_test_secret";
  private static final byte[] STANDARD_KEY = "0123456789abcdef01234567".getBytes(UTF_8);

  private byte[] body = {};
  private String bodyText = "";
  private byte[] stripePrefix = {};
  private String stripeHeader = "";
  private WebhookRequest stripeRequest = WebhookRequest.of(body, Map.of());
  private WebhookRequest standardRequest = WebhookRequest.of(body, Map.of());
  private HttpHeaders standardHeaders = HttpHeaders.of(Map.of(), (name, value) -> true);
  private WebhookVerifier stripe;
  private WebhookVerifier standard;
  private com.standardwebhooks.Webhook standardVendor;
  private SecretKeySpec stripeKey;

  /** Signs one of each, now: the vendors' verifiers read the machine's clock. */
  @Setup
  public void sign() throws GeneralSecurityException {
    Clock clock = Clock.systemUTC();
    long now = clock.instant().getEpochSecond();
    bodyText = body();
    body = bodyText.getBytes(UTF_8);
    stripeKey = new SecretKeySpec(STRIPE_SECRET.getBytes(UTF_8), "HmacSHA256");
    stripePrefix = (now + ".").getBytes(UTF_8);
    stripeHeader = "t=" + now + ",v1=" + HexFormat.of().formatHex(hmac(stripeKey, stripePrefix));
    stripeRequest = WebhookRequest.of(body, Map.of("Stripe-Signature", List.of(stripeHeader)));
    stripe = new StripeVerifier(VerifierSettings.of("main", clock, Secret.of(STRIPE_SECRET)));
    String secret = "whsec_" + Base64.getEncoder().encodeToString(STANDARD_KEY);
    byte[] signature =
        hmac(new SecretKeySpec(STANDARD_KEY, "HmacSHA256"), ("msg_1." + now + ".").getBytes(UTF_8));
    Map<String, List<String>> headers =
        Map.of(
            "webhook-id", List.of("msg_1"),
            "webhook-timestamp", List.of(Long.toString(now)),
            "webhook-signature", List.of("v1," + Base64.getEncoder().encodeToString(signature)));
    standardRequest = WebhookRequest.of(body, headers);
    standardHeaders = HttpHeaders.of(headers, (name, value) -> true);
    standard = new StandardWebhooksVerifier(VerifierSettings.of("main", clock, Secret.of(secret)));
    standardVendor = new com.standardwebhooks.Webhook(secret);
  }

  private static String body() {
    String start = "{\"id\":\"evt_1\",\"type\":\"charge.succeeded\",\"livemode\":false,\"pad\":\"";
    return start + "x".repeat(BODY_BYTES - start.length() - 2) + "\"}";
  }

  private byte[] hmac(SecretKeySpec key, byte[] prefix) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(key);
    mac.update(prefix);
    return mac.doFinal(body);
  }

  /** The HMAC of what Stripe signs, and nothing else. */
  @Benchmark
  public byte[] bareHmac() throws GeneralSecurityException {
    return hmac(stripeKey, stripePrefix);
  }

  /** Stripe's, judged. */
  @Benchmark
  public Verification stripe() {
    return believed(stripe.verify(stripeRequest));
  }

  /** Stripe's, judged, and its event read from the body. */
  @Benchmark
  public VerifiedWebhook stripeAndItsEvent() {
    return ((Verified) stripe.verify(stripeRequest)).webhooks().get(0);
  }

  /** Stripe's by stripe-java. */
  @Benchmark
  public boolean stripeByItsVendor() throws SignatureVerificationException {
    return Webhook.Signature.verifyHeader(bodyText, stripeHeader, STRIPE_SECRET, TOLERANCE_SECONDS);
  }

  /** Of Standard Webhooks, judged. */
  @Benchmark
  public Verification standard() {
    return believed(standard.verify(standardRequest));
  }

  /** Of Standard Webhooks by their own library. */
  @Benchmark
  public Object standardByItsVendor() throws WebhookVerificationException {
    standardVendor.verify(bodyText, standardHeaders);
    return standardVendor;
  }

  private static Verification believed(Verification verification) {
    if (!(verification instanceof Verified)) {
      throw new IllegalStateException(verification.toString());
    }
    return verification;
  }
}
