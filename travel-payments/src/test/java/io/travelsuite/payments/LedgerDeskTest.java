package io.travelsuite.payments;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.Mode;
import io.travelsuite.alert.Alert;
import io.travelsuite.payments.ledger.Fact;
import io.travelsuite.payments.ledger.Payment;
import io.travelsuite.payments.ledger.Transition;
import io.travelsuite.payments.sandbox.Behaviour;
import io.travelsuite.payments.sandbox.SandboxCall;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** Refunds, and facts that do not fit. */
class LedgerDeskTest {

  private final Shop shop = new Shop();

  private PayResult start(Payment payment) {
    return shop.desk.start(payment).orElseThrow();
  }

  @Test
  void refunds_of_the_same_amount_are_two_under_two_keys_and_never_more_than_was_captured() {
    Payment payment = shop.byToken(shop.hold());
    start(payment);
    Money half = Money.parse("EUR 50.00");
    for (String key : new String[] {"r1", "r1", "r2"}) {
      assertThat(shop.desk.refund(payment.reference(), half, key))
          .isInstanceOf(RefundResult.Refunded.class);
    }
    assertThat(shop.stored(payment).totals().refunded()).isEqualTo(Money.parse("EUR 100.00"));
    assertThat(shop.bank.charged(payment)).isEqualTo(Money.parse("EUR 20.00"));
    assertThat(shop.desk.refund(payment.reference(), half, "r3"))
        .isEqualTo(new RefundResult.TooMuch(Money.parse("EUR 20.00")));
    assertThat(shop.desk.refund(payment.reference(), Money.parse("EUR 1.00"), "r1"))
        .isEqualTo(new RefundResult.KeyConflict(half));
  }

  @Test
  void a_refund_whose_answer_is_lost_promises_its_money_to_nobody_else_and_is_found() {
    Payment payment = shop.byToken(shop.hold());
    start(payment);
    shop.bank.next(SandboxCall.REFUND, Behaviour.TIME_OUT_AFTER);
    assertThat(shop.desk.refund(payment.reference(), Money.parse("EUR 70.00"), "r1"))
        .isInstanceOf(RefundResult.Unclear.class);
    assertThat(shop.desk.refund(payment.reference(), Money.parse("EUR 70.00"), "r2"))
        .isEqualTo(new RefundResult.TooMuch(Money.parse("EUR 50.00")));
    shop.reconcileUntilQuiet();
    assertThat(shop.stored(payment).totals().refunded()).isEqualTo(Money.parse("EUR 70.00"));
    assertThat(shop.bank.charged(payment)).isEqualTo(Money.parse("EUR 50.00"));
  }

  @Test
  void an_event_of_the_other_mode_or_of_nobody_touches_nothing() {
    Payment payment = shop.hosted(shop.hold());
    start(payment);
    Fact live =
        new Fact(
            "sandbox",
            Mode.LIVE,
            payment.reference(),
            "sandbox_0",
            "sandbox_0",
            Transition.AUTHORIZED,
            Shop.PRICE,
            null);
    assertThat(shop.desk.apply(live)).isInstanceOf(FactResult.NotOurs.class);
    assertThat(shop.stored(payment).totals().authorized().isZero()).isTrue();
    assertThat(shop.bookings.sold()).isZero();
    assertThat(shop.alerts).extracting(Alert::rule).containsExactly("payment.foreign");
    Fact unknown =
        new Fact("sandbox", Mode.TEST, null, "x", "x", Transition.AUTHORIZED, Shop.PRICE, null);
    assertThat(shop.desk.apply(unknown)).isInstanceOf(FactResult.NoSuchPayment.class);
  }

  @Test
  void a_contradiction_is_told_at_once_and_what_is_never_covered_in_the_end() {
    Payment payment = shop.byToken(shop.hold());
    start(payment);
    Fact captured =
        shop.bank.webhooks().stream()
            .filter(fact -> fact.transition() == Transition.CAPTURED)
            .findFirst()
            .orElseThrow();
    shop.desk.apply(changed(captured, captured.object(), Transition.CAPTURED, "EUR 119.00"));
    assertThat(shop.alerts).extracting(Alert::rule).contains("payment.anomaly.contradiction");
    shop.alerts.clear();
    shop.desk.apply(changed(captured, "re_9", Transition.REFUNDED, "EUR 500.00"));
    assertThat(shop.alerts).isEmpty();
    shop.reconcileUntilQuiet();
    assertThat(shop.alerts).extracting(Alert::rule).contains("payment.anomaly.uncovered");
    assertThat(shop.stored(payment).totals().anomalies()).hasSize(2);
  }

  private static Fact changed(Fact fact, String object, Transition transition, String amount) {
    return new Fact(
        fact.provider(),
        fact.mode(),
        fact.reference(),
        fact.payment(),
        object,
        transition,
        Money.parse(amount),
        null);
  }
}
