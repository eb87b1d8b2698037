package io.travelsuite.payments.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.Mode;
import io.travelsuite.alert.Alert;
import io.travelsuite.booking.BookingId;
import io.travelsuite.inventory.OperatorId;
import io.travelsuite.payments.TestClock;
import io.travelsuite.payments.ledger.Account;
import io.travelsuite.payments.ledger.Fact;
import io.travelsuite.payments.ledger.Fate;
import io.travelsuite.payments.ledger.Ledger;
import io.travelsuite.payments.ledger.Payment;
import io.travelsuite.payments.ledger.PaymentMethod;
import io.travelsuite.payments.ledger.StoredPayment;
import io.travelsuite.payments.ledger.Transition;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class PaymentWatchTest {

  private final TestClock clock = new TestClock();
  private final List<Alert> alerts = new ArrayList<>();
  private final PaymentWatch watch = new PaymentWatch(WatchRules.DEFAULT, clock, alerts::add);
  private int number;

  private void tell(String customer, Transition transition, String amount, String card) {
    number++;
    Money money = Money.parse(amount);
    Payment payment =
        new Payment(
            new Account(new OperatorId(new UUID(1, 1)), "p", Mode.TEST),
            "k" + number,
            new BookingId(new UUID(2, 2)),
            money,
            new PaymentMethod.Hosted(URI.create("https://shop.example/")),
            "x",
            customer);
    StoredPayment stored =
        new StoredPayment(payment, null, Fate.OPEN, Ledger.total(money, List.of()), List.of(), 1);
    watch.accept(
        stored, new Fact("p", Mode.TEST, null, "pi", "o" + number, transition, money, card));
  }

  private List<String> rules() {
    return alerts.stream().map(Alert::rule).toList();
  }

  @Test
  void a_benign_day_raises_no_alert() {
    Random random = new Random(1);
    for (int i = 0; i < 5_000; i++) {
      String amount = "EUR " + (20 + random.nextInt(100)) + ".00";
      String customer = "c" + random.nextInt(4_000);
      tell(customer, Transition.AUTHORIZED, amount, "card-" + customer);
      tell(customer, Transition.CAPTURED, amount, null);
      if (random.nextInt(10) == 0) {
        tell(customer, Transition.REFUNDED, amount, null);
      }
      clock.pass(Duration.ofSeconds(17));
    }
    assertThat(alerts).isEmpty();
  }

  @Test
  void the_fourth_card_of_one_customer_in_an_hour_is_told_once() {
    for (int i = 0; i < 9; i++) {
      tell("c", Transition.FAILED, "EUR 10.00", "card" + i);
    }
    assertThat(rules()).containsExactly("payment.watch.cards");
  }

  @Test
  void ten_attempts_of_one_customer_are_told_and_ten_in_ten_hours_are_not() {
    for (int i = 0; i < 10; i++) {
      tell("slow", Transition.FAILED, "EUR 10.00", null);
      clock.pass(Duration.ofHours(1));
    }
    assertThat(alerts).isEmpty();
    for (int i = 0; i < 30; i++) {
      tell("fast", Transition.FAILED, "EUR 10.00", null);
    }
    assertThat(rules()).containsExactly("payment.watch.velocity");
  }

  @Test
  void refunds_of_a_third_outliers_and_mixed_currencies_are_told() {
    for (int i = 0; i < 40; i++) {
      tell("c" + i, Transition.AUTHORIZED, "EUR 50.00", null);
      tell("c" + i, Transition.CAPTURED, "EUR 50.00", null);
    }
    tell("c50", Transition.AUTHORIZED, "EUR 501.00", null);
    tell("c1", Transition.AUTHORIZED, "USD 50.00", null);
    for (int i = 0; i < 20; i++) {
      tell("c" + i, Transition.REFUNDED, "EUR 50.00", null);
    }
    assertThat(rules())
        .containsExactly(
            "payment.watch.amount", "payment.watch.currencies", "payment.watch.refunds");
  }

  @Test
  void a_million_customers_are_not_remembered() {
    for (int i = 0; i < 50_000; i++) {
      tell("c" + i, Transition.AUTHORIZED, "EUR 50.00", "card" + i);
    }
    assertThat(watch.remembered()).isLessThanOrEqualTo(10_001);
  }
}
