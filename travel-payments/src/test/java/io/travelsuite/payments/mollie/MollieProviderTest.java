package io.travelsuite.payments.mollie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

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
import io.travelsuite.payments.ledger.Transition;
import io.travelsuite.secret.Secret;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.UUID;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MollieProviderTest {

  private static final URI BACK = URI.create("https://shop.example/back");
  private static final Money PRICE = Money.parse("EUR 120.00");

  private final FakeMollie server = new FakeMollie();
  private final MollieProvider mollie = mollie("test_4f9a");

  MollieProviderTest() throws IOException {}

  private MollieProvider mollie(String key) {
    return new MollieProvider(HttpClient.newHttpClient(), server.base(), Secret.of(key), BACK);
  }

  @AfterEach
  void close() {
    server.close();
  }

  private static Payment payment(PaymentMethod method) {
    Account account = new Account(new OperatorId(new UUID(1, 1)), "mollie", Mode.TEST);
    return new Payment(account, "k", new BookingId(new UUID(2, 2)), PRICE, method, "Seats", null);
  }

  @Test
  void the_customer_is_sent_to_the_page_and_what_is_paid_is_fetched() {
    Payment payment = payment(new PaymentMethod.Hosted(BACK));
    Outcome.Pending pending = (Outcome.Pending) mollie.authorize(payment, "k1");
    assertThat(pending.redirect()).isEqualTo(URI.create("https://pay.mollie.example/tr_1"));
    assertThat(mollie.fetch("tr_1")).isEqualTo(new Lookup.Found("tr_1", java.util.List.of(), true));
    server.payments.get("tr_1").put("status", "paid");
    Lookup.Found paid = (Lookup.Found) mollie.lookUp(payment, null);
    assertThat(paid.facts())
        .extracting(Fact::transition, Fact::amount, Fact::reference)
        .containsExactly(
            tuple(Transition.AUTHORIZED, PRICE, payment.reference()),
            tuple(Transition.CAPTURED, PRICE, payment.reference()));
  }

  @Test
  void a_refund_whose_answer_is_lost_is_done_once_and_told_the_same_by_both() {
    Payment payment = payment(new PaymentMethod.Hosted(BACK));
    mollie.authorize(payment, "k1");
    server.payments.get("tr_1").put("status", "paid");
    Effect effect = new Effect(payment, "tr_1", Money.parse("EUR 20.00"), "k2");
    server.loseNext = true;
    assertThat(mollie.refund(effect)).isInstanceOf(Outcome.Unknown.class);
    Fact answered = ((Outcome.Done) mollie.refund(effect)).facts().get(0);
    Lookup.Found found = (Lookup.Found) mollie.fetch("tr_1");
    assertThat(found.facts()).hasSize(3);
    assertThat(found.facts().get(2).same(answered)).isTrue();
  }

  @Test
  void what_was_never_paid_has_failed_and_what_tells_no_mode_is_not_believed() {
    Payment payment = payment(new PaymentMethod.Hosted(BACK));
    mollie.authorize(payment, "k1");
    server.payments.get("tr_1").put("status", "expired");
    Lookup.Found expired = (Lookup.Found) mollie.fetch("tr_1");
    assertThat(expired.open()).isFalse();
    assertThat(expired.facts()).extracting(Fact::transition).containsExactly(Transition.FAILED);
    server.payments.get("tr_1").put("mode", "");
    assertThat(mollie.fetch("tr_1")).isInstanceOf(Lookup.Unanswered.class);
  }

  @Test
  void names_that_are_none_are_not_asked_for() {
    assertThat(mollie.fetch("../customers")).isInstanceOf(Lookup.Absent.class);
    assertThat(mollie.fetch("tr_9")).isInstanceOf(Lookup.Absent.class);
    assertThat(mollie.authorize(payment(new PaymentMethod.Token("t", BACK)), "k"))
        .isInstanceOf(Outcome.Declined.class);
    assertThatThrownBy(() -> mollie("sk_live_x")).isInstanceOf(InvalidRequestException.class);
  }
}
