package io.travelsuite.payments.stripe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.travelsuite.InvalidRequestException;
import io.travelsuite.Mode;
import io.travelsuite.booking.BookingId;
import io.travelsuite.inventory.OperatorId;
import io.travelsuite.payments.Effect;
import io.travelsuite.payments.Lookup;
import io.travelsuite.payments.Outcome;
import io.travelsuite.payments.ledger.Account;
import io.travelsuite.payments.ledger.Fact;
import io.travelsuite.payments.ledger.Payment;
import io.travelsuite.payments.ledger.PaymentMethod;
import io.travelsuite.payments.ledger.ProviderKey;
import io.travelsuite.payments.ledger.Transition;
import io.travelsuite.secret.Secret;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StripeProviderTest {

  private static final URI BACK = URI.create("https://shop.example/back");
  private static final Money PRICE = Money.parse("EUR 120.00");

  private final FakeStripe server = new FakeStripe();
  private final StripeProvider stripe = stripe("sk_test_4f9a");

  StripeProviderTest() throws IOException {}

  private StripeProvider stripe(String key) {
    return new StripeProvider("stripe", HttpClient.newHttpClient(), server.base(), Secret.of(key));
  }

  @AfterEach
  void close() {
    server.close();
  }

  private static Payment payment(PaymentMethod method, Money amount) {
    Account account = new Account(new OperatorId(new UUID(1, 1)), "stripe", Mode.TEST);
    return new Payment(
        account, "k", new BookingId(new UUID(2, 2)), amount, method, "Two seats", null);
  }

  private static Payment byToken(String token) {
    return payment(new PaymentMethod.Token(token, BACK), PRICE);
  }

  private static String key(String operation) {
    return ProviderKey.of(byToken("x").account(), "k", operation);
  }

  private static Effect effect(Payment payment, String amount, String key) {
    return new Effect(payment, "pi_1", Money.parse(amount), key(key));
  }

  private static List<Fact> facts(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    return ((Outcome.Done) outcome).facts();
  }

  @Test
  void it_is_authorized_captured_in_part_and_refunded_twice() {
    Payment payment = byToken("pm_card_visa");
    List<Fact> authorized = facts(stripe.authorize(payment, key("a")));
    assertThat(authorized).hasSize(1);
    assertThat(authorized.get(0).reference()).isEqualTo(payment.reference());
    assertThat(authorized.get(0).instrument()).isEqualTo("AOB934RVNwzk6xtn");
    assertThat(server.authorization).isEqualTo("Bearer sk_test_4f9a");
    assertThat(facts(stripe.capture(effect(payment, "EUR 100.00", "c"))))
        .extracting(Fact::transition, Fact::object, Fact::amount)
        .containsExactly(
            tuple(Transition.AUTHORIZED, "pi_1", PRICE),
            tuple(Transition.CAPTURED, "pi_1", Money.parse("EUR 100.00")),
            tuple(Transition.VOIDED, "pi_1", Money.parse("EUR 20.00")));
    for (String key : List.of("r1", "r2", "r2")) {
      assertThat(facts(stripe.refund(effect(payment, "EUR 30.00", key))))
          .extracting(Fact::transition)
          .containsExactly(Transition.REFUNDED);
    }
    assertThat(server.refunds).hasSize(2);
    assertThat(stripe.refund(effect(payment, "EUR 90.00", "r3")))
        .isEqualTo(new Outcome.Declined("charge_already_refunded"));
    Lookup.Found found = (Lookup.Found) stripe.lookUp(payment, null);
    assertThat(found.facts()).hasSize(5).allMatch(fact -> fact.mode() == Mode.TEST);
    assertThat(found.open()).isFalse();
  }

  @Test
  void an_authorization_is_voided() {
    Payment payment = byToken("pm_card_visa");
    stripe.authorize(payment, key("a"));
    assertThat(facts(stripe.voidAuthorization(effect(payment, "EUR 120.00", "v"))))
        .extracting(Fact::transition)
        .containsExactly(Transition.AUTHORIZED, Transition.VOIDED);
    assertThat(stripe.capture(effect(payment, "EUR 120.00", "c")))
        .isEqualTo(new Outcome.Declined("payment_intent_unexpected_state"));
  }

  @Test
  void a_decline_is_for_good_and_trouble_is_not() {
    assertThat(stripe.authorize(byToken("pm_card_chargeDeclined"), key("d")))
        .isEqualTo(new Outcome.Declined("card_declined"));
    Payment payment = byToken("pm_card_visa");
    for (FakeStripe.Trouble trouble : FakeStripe.Trouble.values()) {
      if (trouble != FakeStripe.Trouble.NONE) {
        server.trouble = trouble;
        assertThat(stripe.authorize(payment, key("a"))).isInstanceOf(Outcome.Unknown.class);
      }
    }
    assertThat(facts(stripe.authorize(payment, key("a")))).hasSize(1);
    assertThat(server.intents).hasSize(1);
  }

  @Test
  void a_bank_that_wants_to_ask_is_a_redirect() {
    Outcome outcome = stripe.authorize(byToken("pm_card_threeDSecure2Required"), key("a"));
    assertThat(outcome)
        .isEqualTo(new Outcome.Pending(URI.create("https://bank.example/3ds"), "pi_1"));
    Payment payment = byToken("pm_card_threeDSecure2Required");
    assertThat(stripe.lookUp(payment, "pi_1")).isEqualTo(new Lookup.Found("pi_1", List.of(), true));
  }

  @Test
  void a_page_is_open_until_it_is_paid_and_then_its_payment_is_found() {
    Payment payment = payment(new PaymentMethod.Hosted(BACK), PRICE);
    Outcome.Pending pending = (Outcome.Pending) stripe.authorize(payment, key("a"));
    assertThat(((Lookup.Found) stripe.lookUp(payment, pending.providerPayment())).open()).isTrue();
    assertThat(stripe.lookUp(payment, null)).isInstanceOf(Lookup.Absent.class);
    server.customerPays(pending.providerPayment());
    Lookup.Found found = (Lookup.Found) stripe.lookUp(payment, pending.providerPayment());
    assertThat(found.providerPayment()).isEqualTo("pi_1");
    assertThat(found.facts()).extracting(Fact::transition).containsExactly(Transition.AUTHORIZED);
  }

  @Test
  void an_event_tells_the_same_facts_as_the_answer_and_in_its_own_mode() throws IOException {
    Payment payment = byToken("pm_card_visa");
    List<Fact> answered = facts(stripe.authorize(payment, key("a")));
    ObjectNode intent = server.intents.get("pi_1");
    List<Fact> told =
        stripe.facts(server.event("payment_intent.amount_capturable_updated", intent));
    assertThat(told).isEqualTo(answered);
    ObjectNode unexpanded = intent.deepCopy();
    unexpanded.put("latest_charge", "ch_1");
    List<Fact> short_ = stripe.facts(server.event("payment_intent.created", unexpanded));
    assertThat(short_.get(0).same(answered.get(0))).isTrue();
    assertThat(stripe.facts(server.event("charge.succeeded", intent.get("latest_charge"))))
        .isEqualTo(answered);
    server.live = true;
    stripe.authorize(payment, key("live"));
    assertThat(stripe.facts(server.event("x", server.intents.get("pi_2"))))
        .allMatch(fact -> fact.mode() == Mode.LIVE);
  }

  @Test
  void refunds_and_disputes_are_found_by_their_payment_and_failed_refunds_did_not_happen()
      throws IOException {
    ObjectNode refund = server.fixture("refund");
    refund.put("payment_intent", "pi_1").put("status", "failed");
    assertThat(stripe.facts(server.event("refund.failed", refund)))
        .extracting(Fact::transition, Fact::payment)
        .containsExactly(tuple(Transition.FAILED, "pi_1"));
    ObjectNode dispute = server.fixture("dispute");
    dispute.put("payment_intent", "pi_1");
    assertThat(stripe.facts(server.event("charge.dispute.created", dispute))).isEmpty();
    dispute.put("status", "needs_response");
    assertThat(stripe.facts(server.event("charge.dispute.updated", dispute)))
        .extracting(Fact::transition, Fact::amount)
        .containsExactly(tuple(Transition.DISPUTED, Money.parse("USD 10.00")));
  }

  @Test
  void what_is_no_event_or_of_no_concern_tells_nothing() throws IOException {
    assertThat(stripe.facts("[".getBytes(UTF_8))).isEmpty();
    assertThat(stripe.facts("{}".getBytes(UTF_8))).isEmpty();
    assertThat(stripe.facts(FakeStripe.JSON.writeValueAsBytes(server.fixture("event")))).isEmpty();
    ObjectNode intent = server.fixture("payment_intent");
    intent.put("status", "succeeded").put("currency", "no such");
    assertThat(stripe.facts(server.event("payment_intent.succeeded", intent))).isEmpty();
  }

  @Test
  void amounts_are_counted_as_stripe_counts_them() {
    assertThat(StripeAmounts.of(Money.parse("JPY 500"))).isEqualTo("500");
    assertThat(StripeAmounts.of(Money.parse("ISK 500"))).isEqualTo("50000");
    assertThat(StripeAmounts.of(Money.parse("KWD 1.230"))).isEqualTo("1230");
    for (String text : List.of("EUR 1.23", "JPY 500", "ISK 500", "KWD 1.230", "UGX 5")) {
      Money money = Money.parse(text);
      long counted = Long.parseLong(StripeAmounts.of(money));
      assertThat(StripeAmounts.money(money.getCurrencyUnit().getCode(), counted)).isEqualTo(money);
    }
  }

  @Test
  void the_key_tells_the_mode_and_is_never_shown() {
    assertThat(stripe("rk_live_1").mode()).isEqualTo(Mode.LIVE);
    assertThatThrownBy(() -> stripe("pk_live_1"))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageNotContaining("pk_live_1");
  }
}
