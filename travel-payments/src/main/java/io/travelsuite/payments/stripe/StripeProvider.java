package io.travelsuite.payments.stripe;

import static io.travelsuite.InvalidRequestException.unless;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.travelsuite.Mode;
import io.travelsuite.payments.Effect;
import io.travelsuite.payments.Lookup;
import io.travelsuite.payments.Outcome;
import io.travelsuite.payments.PaymentProvider;
import io.travelsuite.payments.http.ProviderHttp;
import io.travelsuite.payments.http.ProviderHttp.Answer;
import io.travelsuite.payments.json.Json;
import io.travelsuite.payments.ledger.Fact;
import io.travelsuite.payments.ledger.Payment;
import io.travelsuite.payments.ledger.PaymentMethod;
import io.travelsuite.secret.Secret;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Stripe, by its HTTP API (https://docs.stripe.com/api): PaymentIntents with manual capture, by
 * token (a PaymentMethod's id) or on a Checkout page. Thread-safe; the HTTP client and its threads
 * are the host's.
 *
 * <p>Our reference is told in the metadata {@code travel_reference}. Stripe keeps idempotency keys
 * for at least 24 hours. A partial capture ends the authorization: the rest is released.
 */
public final class StripeProvider implements PaymentProvider {

  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String INTENTS = "/v1/payment_intents";
  private static final String SESSIONS = "/v1/checkout/sessions";
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final String name;
  private final Mode mode;
  private final ProviderHttp http;
  private final StripeFacts facts;
  private final StripeLookup lookup;

  /**
   * Stripe, named {@code stripe}.
   *
   * @param client the host's HTTP client; it should not follow redirects
   * @param key a secret or restricted key: {@code sk_test_…}, {@code rk_live_…}, which tells the
   *     mode
   */
  public StripeProvider(HttpClient client, Secret key) {
    this("stripe", client, URI.create("https://api.stripe.com"), key);
  }

  /**
   * Stripe under another name, for a second account, or at another address, for tests.
   *
   * @param name its name, 1 to 32 of {@code A–Z a–z 0–9 . _ -}
   * @param client the host's HTTP client
   * @param base where the API is, without a path
   * @param key a secret or restricted key
   */
  public StripeProvider(String name, HttpClient client, URI base, Secret key) {
    this.name = name;
    this.mode = mode(key.text());
    this.http = new ProviderHttp(client, base, key, TIMEOUT);
    this.facts = new StripeFacts(name, mode);
    this.lookup = new StripeLookup(http, facts);
  }

  private static Mode mode(String key) {
    boolean live = key.startsWith("sk_live_") || key.startsWith("rk_live_");
    boolean test = key.startsWith("sk_test_") || key.startsWith("rk_test_");
    unless(live || test, "key", "(hidden)", "must begin with sk_ or rk_, and live_ or test_");
    return live ? Mode.LIVE : Mode.TEST;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Mode mode() {
    return mode;
  }

  /**
   * The facts of a verified event, in the mode that the event tells.
   *
   * @param event the webhook's body, verified
   * @return what happened; empty when it is of no concern here, or is no event
   */
  public List<Fact> facts(byte[] event) {
    Optional<JsonNode> read = Json.read(event).filter(e -> e.path("livemode").isBoolean());
    if (read.isEmpty()) {
      return List.of();
    }
    Mode told = read.get().path("livemode").asBoolean() ? Mode.LIVE : Mode.TEST;
    try {
      return new StripeFacts(name, told).of(read.get().path("data").path("object"));
    } catch (IllegalArgumentException | ArithmeticException unreadable) {
      return List.of();
    }
  }

  @Override
  public Outcome authorize(Payment payment, String key) {
    Map<String, String> form = new TreeMap<>();
    if (payment.method() instanceof PaymentMethod.Token token) {
      StripeForms.intent(form, payment, token);
      return intent(http.post(INTENTS, key, FORM, body(form)));
    }
    StripeForms.session(form, payment);
    Answer answer = http.post(SESSIONS, key, FORM, body(form));
    String url = answer.body().path("url").asText();
    return answer.ok() && !url.isEmpty()
        ? new Outcome.Pending(URI.create(url), answer.body().path("id").asText())
        : notDone(answer);
  }

  @Override
  public Outcome capture(Effect effect) {
    Map<String, String> form = new TreeMap<>();
    form.put("amount_to_capture", StripeAmounts.of(effect.amount()));
    form.put("expand[]", "latest_charge");
    return intent(http.post(path(effect) + "/capture", effect.key(), FORM, body(form)));
  }

  @Override
  public Outcome voidAuthorization(Effect effect) {
    Map<String, String> form = new TreeMap<>();
    form.put("expand[]", "latest_charge");
    return intent(http.post(path(effect) + "/cancel", effect.key(), FORM, body(form)));
  }

  @Override
  public Outcome refund(Effect effect) {
    Map<String, String> form = new TreeMap<>();
    form.put("payment_intent", effect.providerPayment());
    form.put("amount", StripeAmounts.of(effect.amount()));
    form.put(StripeForms.reference("metadata"), effect.payment().reference().value());
    Answer answer = http.post("/v1/refunds", effect.key(), FORM, body(form));
    return done(answer);
  }

  private static String path(Effect effect) {
    return INTENTS + "/" + ProviderHttp.encode(effect.providerPayment());
  }

  private static byte[] body(Map<String, String> form) {
    return ProviderHttp.form(form).getBytes(UTF_8);
  }

  private Outcome intent(Answer answer) {
    if (!answer.ok()) {
      return notDone(answer);
    }
    JsonNode redirect = answer.body().path("next_action").path("redirect_to_url").path("url");
    return switch (answer.body().path("status").asText()) {
      case "requires_capture", "succeeded", "canceled" -> done(answer);
      case "requires_payment_method" -> new Outcome.Declined("requires another payment method");
      case "requires_action" ->
          redirect.isTextual()
              ? new Outcome.Pending(
                  URI.create(redirect.asText()), answer.body().path("id").asText())
              : new Outcome.Unknown("requires an action that is no redirect");
      default -> new Outcome.Unknown("status " + answer.body().path("status").asText());
    };
  }

  private Outcome done(Answer answer) {
    if (!answer.ok()) {
      return notDone(answer);
    }
    try {
      List<Fact> told = facts.of(answer.body());
      return told.isEmpty() ? new Outcome.Unknown("tells no fact") : new Outcome.Done(told);
    } catch (IllegalArgumentException | ArithmeticException unreadable) {
      return new Outcome.Unknown("unreadable answer");
    }
  }

  /** Stripe's own words are not passed on but for its codes, which are from a list. */
  private static Outcome notDone(Answer answer) {
    JsonNode error = answer.body().path("error");
    if (!answer.refused() || error.path("type").asText().equals("idempotency_error")) {
      return new Outcome.Unknown(answer.reason());
    }
    String code = error.path("decline_code").asText(error.path("code").asText());
    return new Outcome.Declined(code.matches("[a-z0-9_]{1,60}") ? code : answer.reason());
  }

  @Override
  public Lookup lookUp(Payment payment, @Nullable String providerPayment) {
    try {
      return lookup.find(payment.reference(), providerPayment);
    } catch (IllegalArgumentException | ArithmeticException unreadable) {
      return new Lookup.Unanswered("unreadable answer");
    }
  }
}
