package io.travelsuite.payments;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.travelsuite.Mode;
import io.travelsuite.booking.Booking;
import io.travelsuite.payments.ledger.Account;
import io.travelsuite.payments.ledger.Fact;
import io.travelsuite.payments.ledger.Fate;
import io.travelsuite.payments.ledger.Payment;
import io.travelsuite.payments.ledger.PaymentMethod;
import io.travelsuite.payments.stripe.FakeStripe;
import io.travelsuite.payments.stripe.StripeProvider;
import io.travelsuite.secret.Secret;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The desk on Stripe's own protocol, over a socket. */
class StripeDeskTest {

  private final Shop shop = new Shop();
  private final FakeStripe server = new FakeStripe();
  private final StripeProvider stripe =
      new StripeProvider(
          "stripe", HttpClient.newHttpClient(), server.base(), Secret.of("sk_test_1"));
  private final PaymentDesk desk =
      PaymentDesk.builder(shop.bookings, shop.store, stripe).alerts(shop.alerts::add).build();

  StripeDeskTest() throws IOException {}

  @AfterEach
  void close() {
    server.close();
  }

  private Payment payment(Booking booking, PaymentMethod method) {
    Account account = new Account(booking.operator(), "stripe", Mode.TEST);
    return new Payment(account, "k", booking.id(), Shop.PRICE, method, "Two seats", null);
  }

  private void assertPaidOnce(Payment payment) {
    assertThat(shop.stored(payment).fate()).isEqualTo(Fate.SOLD);
    assertThat(shop.stored(payment).totals().kept()).isEqualTo(Shop.PRICE);
    assertThat(shop.stored(payment).totals().anomalies()).isEmpty();
    assertThat(shop.bookings.sold()).isEqualTo(2);
    assertThat(server.intents).hasSize(1);
    JsonNode intent = server.intents.values().iterator().next();
    assertThat(intent.path("amount_received").asLong()).isEqualTo(12_000);
  }

  @Test
  void lost_answers_of_every_kind_end_in_one_intent_captured_once() throws IOException {
    Payment payment = payment(shop.hold(), new PaymentMethod.Token("pm_card_visa", Shop.BACK));
    server.trouble = FakeStripe.Trouble.LOST_AFTER;
    assertThat(desk.start(payment).orElseThrow()).isInstanceOf(PayResult.Unclear.class);
    shop.clock.pass(Duration.ofMinutes(2));
    server.trouble = FakeStripe.Trouble.HTTP_500;
    desk.reconciler().run(10);
    shop.clock.pass(Duration.ofMinutes(5));
    desk.reconciler().run(10);
    for (JsonNode intent : server.intents.values()) {
      for (int twice = 0; twice < 2; twice++) {
        for (Fact fact : stripe.facts(server.event("payment_intent.succeeded", intent))) {
          assertThat(desk.apply(fact)).isInstanceOf(FactResult.Applied.class);
        }
      }
    }
    assertPaidOnce(payment);
  }

  @Test
  void a_checkout_page_is_paid_and_its_refund_is_known_by_the_payments_later_name() {
    Payment payment = payment(shop.hold(), new PaymentMethod.Hosted(Shop.BACK));
    assertThat(desk.start(payment).orElseThrow()).isInstanceOf(PayResult.AwaitingCustomer.class);
    server.customerPays("cs_test_1");
    assertThat(desk.resume(payment.reference()).orElseThrow()).isInstanceOf(PayResult.Paid.class);
    assertThat(shop.stored(payment).providerPayment()).isEqualTo("pi_1");
    assertPaidOnce(payment);
    Money some = Money.parse("EUR 20.00");
    server.trouble = FakeStripe.Trouble.LOST_AFTER;
    assertThat(desk.refund(payment.reference(), some, "r"))
        .isInstanceOf(RefundResult.Unclear.class);
    assertThat(desk.refund(payment.reference(), some, "r"))
        .isInstanceOf(RefundResult.Refunded.class);
    assertThat(shop.stored(payment).totals().refunded()).isEqualTo(some);
  }
}
