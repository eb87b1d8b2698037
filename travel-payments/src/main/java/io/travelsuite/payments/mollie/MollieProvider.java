package io.travelsuite.payments.mollie;

import static io.travelsuite.InvalidRequestException.unless;

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
import io.travelsuite.payments.ledger.PaymentReference;
import io.travelsuite.secret.Secret;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Mollie, by its HTTP API (https://docs.mollie.com/reference): the customer pays on Mollie's page,
 * and a message that says no more than which payment changed is answered by fetching it.
 * Thread-safe; the HTTP client and its threads are the host's.
 *
 * <p>Most of Mollie's methods cannot keep an amount without taking it: a payment is captured the
 * moment it is paid, and money without seats is refunded. Our reference is told in the metadata
 * {@code travel_reference}. Mollie keeps idempotency keys for an hour.
 */
public final class MollieProvider implements PaymentProvider {

  private static final String JSON = "application/json";
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final String name;
  private final Mode mode;
  private final ProviderHttp http;
  private final MollieFacts facts;
  private final URI webhook;

  /**
   * Mollie, named {@code mollie}.
   *
   * @param client the host's HTTP client; it should not follow redirects
   * @param key an API key, {@code live_…} or {@code test_…}, which tells the mode
   * @param webhook where Mollie tells that a payment changed
   */
  public MollieProvider(HttpClient client, Secret key, URI webhook) {
    this(client, URI.create("https://api.mollie.com"), key, webhook);
  }

  /**
   * Mollie at another address, for tests.
   *
   * @param client the host's HTTP client
   * @param base where the API is, without a path
   * @param key an API key
   * @param webhook where Mollie tells that a payment changed
   */
  public MollieProvider(HttpClient client, URI base, Secret key, URI webhook) {
    this.name = "mollie";
    boolean live = key.text().startsWith("live_");
    boolean known = live || key.text().startsWith("test_");
    unless(known, "key", "(hidden)", "must begin with live_ or test_");
    this.mode = live ? Mode.LIVE : Mode.TEST;
    this.http = new ProviderHttp(client, base, key, TIMEOUT);
    this.facts = new MollieFacts(name);
    this.webhook = webhook;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Mode mode() {
    return mode;
  }

  @Override
  public Duration keysKept() {
    return Duration.ofMinutes(45);
  }

  /**
   * The facts of a payment that Mollie says has changed: fetched, since the message itself is not
   * signed and tells nothing.
   *
   * @param providerPayment Mollie's name for it, {@code tr_…}
   * @return what Mollie knows of it, or why it is not known
   */
  public Lookup fetch(String providerPayment) {
    if (!providerPayment.matches("tr_[A-Za-z0-9]{1,60}")) {
      return new Lookup.Absent();
    }
    Answer answer = http.get("/v2/payments/" + providerPayment + "?embed=refunds,chargebacks");
    if (!answer.ok()) {
      return answer.status() == 404 || answer.status() == 410
          ? new Lookup.Absent()
          : new Lookup.Unanswered(answer.reason());
    }
    try {
      boolean open = answer.body().path("status").asText().matches("open|pending|authorized");
      return new Lookup.Found(providerPayment, facts.of(answer.body()), open);
    } catch (IllegalArgumentException | ArithmeticException unreadable) {
      return new Lookup.Unanswered("unreadable answer");
    }
  }

  @Override
  public Outcome authorize(Payment payment, String key) {
    if (!(payment.method() instanceof PaymentMethod.Hosted)) {
      return new Outcome.Declined("Mollie is paid on its page: use PaymentMethod.Hosted");
    }
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("amount", amount(payment.amount()));
    body.put("description", payment.description());
    body.put("redirectUrl", payment.method().returnUrl().toString());
    body.put("webhookUrl", webhook.toString());
    body.put("metadata", Map.of(MollieFacts.REFERENCE, payment.reference().value()));
    Answer answer = http.post("/v2/payments", key, JSON, Json.write(body));
    String url = answer.body().path("_links").path("checkout").path("href").asText();
    return answer.ok() && !url.isEmpty()
        ? new Outcome.Pending(URI.create(url), answer.body().path("id").asText())
        : notDone(answer);
  }

  private static Map<String, String> amount(Money money) {
    return Map.of(
        "currency", money.getCurrencyUnit().getCode(), "value", money.getAmount().toPlainString());
  }

  /** {@inheritDoc} Always refused: what is paid is captured. */
  @Override
  public Outcome capture(Effect effect) {
    return new Outcome.Declined("captured when it is paid");
  }

  /** {@inheritDoc} Always refused: what is paid is captured. */
  @Override
  public Outcome voidAuthorization(Effect effect) {
    return new Outcome.Declined("captured when it is paid");
  }

  @Override
  public Outcome refund(Effect effect) {
    String reference = effect.payment().reference().value();
    byte[] body =
        Json.write(
            Map.of(
                "amount", amount(effect.amount()),
                "description", effect.payment().description(),
                "metadata", Map.of(MollieFacts.REFERENCE, reference)));
    String path = "/v2/payments/" + ProviderHttp.encode(effect.providerPayment()) + "/refunds";
    Answer answer = http.post(path, effect.key(), JSON, body);
    if (!answer.ok()) {
      return notDone(answer);
    }
    try {
      Fact refunded = facts.refund(answer.body());
      return Outcome.Done.of(refunded);
    } catch (IllegalArgumentException | ArithmeticException unreadable) {
      return new Outcome.Unknown("unreadable answer");
    }
  }

  private static Outcome notDone(Answer answer) {
    return answer.refused()
        ? new Outcome.Declined(answer.reason())
        : new Outcome.Unknown(answer.reason());
  }

  /** {@inheritDoc} Without Mollie's name for it, among the latest 250 payments. */
  @Override
  public Lookup lookUp(Payment payment, @Nullable String providerPayment) {
    if (providerPayment != null) {
      return fetch(providerPayment);
    }
    Answer answer = http.get("/v2/payments?limit=250");
    if (!answer.ok()) {
      return new Lookup.Unanswered(answer.reason());
    }
    PaymentReference wanted = payment.reference();
    for (JsonNode one : answer.body().path("_embedded").path("payments")) {
      if (wanted.equals(MollieFacts.reference(one))) {
        return fetch(one.path("id").asText());
      }
    }
    return new Lookup.Absent();
  }
}
