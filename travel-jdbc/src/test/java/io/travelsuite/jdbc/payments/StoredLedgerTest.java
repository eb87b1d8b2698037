package io.travelsuite.jdbc.payments;

import static io.travelsuite.payments.ledger.Transition.AUTHORIZED;
import static io.travelsuite.payments.ledger.Transition.CAPTURED;
import static io.travelsuite.payments.ledger.Transition.DISPUTED;
import static io.travelsuite.payments.ledger.Transition.REFUNDED;
import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.Mode;
import io.travelsuite.booking.Booking;
import io.travelsuite.jdbc.Race;
import io.travelsuite.payments.ledger.ApplyResult;
import io.travelsuite.payments.ledger.Fact;
import io.travelsuite.payments.ledger.Ledger;
import io.travelsuite.payments.ledger.Payment;
import io.travelsuite.payments.ledger.Totals;
import io.travelsuite.payments.ledger.Transition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The amounts of a payment are the same in whatever order its facts are told, and however often.
 *
 * <p>{@code -Dtravel.permutations=720} takes every order, of which a few are taken otherwise; the
 * ledger's own test takes them all.
 */
class StoredLedgerTest {

  private static final int ORDERS = Integer.getInteger("travel.permutations", 60);
  private static final int ALL_ORDERS = 720;

  private Till till;
  private Booking booking;

  @BeforeEach
  void open() {
    till = Till.create();
    booking = till.hold(till.fixture.open(2));
  }

  @AfterEach
  void close() {
    till.close();
  }

  private Payment opened(String key) {
    Payment payment = till.payment(booking, key, Till.HOSTED);
    till.store.open(payment, Duration.ofMinutes(1));
    return payment;
  }

  /** Authorized in one, captured in two parts, two refunds of the same amount, a dispute. */
  private static List<Fact> six(Payment payment) {
    return List.of(
        fact(payment, "pi", AUTHORIZED, 120),
        fact(payment, "ch_1", CAPTURED, 60),
        fact(payment, "ch_2", CAPTURED, 40),
        fact(payment, "re_1", REFUNDED, 15),
        fact(payment, "re_2", REFUNDED, 15),
        fact(payment, "dp_1", DISPUTED, 60));
  }

  private static Fact fact(Payment payment, String object, Transition transition, int amount) {
    String own = payment.key() + "-" + object;
    Money money = Money.parse("EUR " + amount);
    return new Fact("sandbox", Mode.TEST, payment.reference(), own, own, transition, money, null);
  }

  /** The order of a number from 0 to 719. */
  private static List<Fact> order(List<Fact> facts, int number) {
    List<Fact> left = new ArrayList<>(facts);
    List<Fact> order = new ArrayList<>();
    int rest = number;
    while (!left.isEmpty()) {
      order.add(left.remove(rest % left.size()));
      rest /= left.size() + 1;
    }
    return order;
  }

  @Test
  void orders_of_six_facts_with_one_told_twice_come_to_the_same() {
    for (int i = 0; i < ORDERS; i++) {
      int number = i * ALL_ORDERS / ORDERS;
      Payment payment = opened("order-" + number);
      List<Fact> told = order(six(payment), number);
      told.add(number % 7, told.get(number % 6));
      told.forEach(till.store::apply);
      Totals totals = till.stored(payment).totals();
      assertThat(totals).isEqualTo(Ledger.total(Till.PRICE, six(payment)));
      assertThat(totals.captured()).isEqualTo(Money.parse("EUR 100.00"));
      assertThat(totals.refunded()).isEqualTo(Money.parse("EUR 30.00"));
    }
  }

  @Test
  void random_facts_with_contradictions_are_all_kept_and_come_to_the_same() {
    for (int seed = 0; seed < 60; seed++) {
      Random random = new Random(seed);
      Payment payment = opened("random-" + seed);
      List<Fact> facts = new ArrayList<>();
      int count = 1 + random.nextInt(10);
      for (int i = 0; i < count; i++) {
        Transition transition = List.of(Transition.values()).get(random.nextInt(6));
        facts.add(fact(payment, "o" + random.nextInt(4), transition, 10 + random.nextInt(9)));
      }
      List<Fact> told = new ArrayList<>(facts);
      facts.stream().filter(fact -> random.nextBoolean()).forEach(told::add);
      Collections.shuffle(told, random);
      told.forEach(till.store::apply);
      Totals totals = till.stored(payment).totals();
      Totals expected = Ledger.total(Till.PRICE, facts);
      assertThat(totals).as("seed %d", seed).isEqualTo(expected);
      assertThat(kept(payment)).isEqualTo(new HashSet<>(facts).size());
    }
  }

  private long kept(Payment payment) {
    return till.fixture
        .rows()
        .number(
            "SELECT COUNT(*) FROM travel_payment_fact f JOIN travel_payment p"
                + " ON p.id = f.payment_id WHERE p.reference = ?",
            payment.reference().value());
  }

  @Test
  void sixty_four_threads_that_tell_the_same_facts_tell_each_once() {
    Payment payment = opened("race");
    List<Long> fresh =
        Race.run(
            64,
            number -> {
              List<Fact> told = new ArrayList<>(six(payment));
              Collections.shuffle(told, new Random(number));
              return told.stream().map(till.store::apply).filter(this::isFresh).count();
            });

    assertThat(fresh.stream().mapToLong(Long::longValue).sum()).isEqualTo(6);
    assertThat(kept(payment)).isEqualTo(6);
    assertThat(till.stored(payment).totals()).isEqualTo(Ledger.total(Till.PRICE, six(payment)));
  }

  private boolean isFresh(ApplyResult result) {
    return result instanceof ApplyResult.Applied applied && applied.fresh();
  }

  @Test
  void control_a_look_before_the_insert_without_the_lock_lets_the_same_fact_in_again() {
    Payment payment = opened("control");
    till.fixture.rows().update("DROP INDEX travel_payment_fact_once ON travel_payment_fact");
    String look = "SELECT COUNT(*) FROM travel_payment_fact WHERE transition = 'CONTROL'";
    String write =
        """
        INSERT INTO travel_payment_fact SELECT id, 900 + ?, provider, mode, 'p', 'o', 'CONTROL',
          'EUR', 1, id, created_at FROM travel_payment WHERE reference = ?
        """;
    List<Long> seen = Race.run(2, number -> till.fixture.rows().number(look));
    for (int number = 0; number < seen.size(); number++) {
      if (seen.get(number) == 0) {
        till.fixture.rows().update(write, number, payment.reference().value());
      }
    }

    assertThat(till.fixture.rows().number(look)).isEqualTo(2);
  }
}
