package io.travelsuite.jdbc.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.travelsuite.InvalidRequestException;
import io.travelsuite.Mode;
import io.travelsuite.payments.FactResult;
import io.travelsuite.payments.ledger.Account;
import io.travelsuite.payments.ledger.ApplyResult;
import io.travelsuite.payments.ledger.ClaimResult;
import io.travelsuite.payments.ledger.Fact;
import io.travelsuite.payments.ledger.Lease;
import io.travelsuite.payments.ledger.Operation;
import io.travelsuite.payments.ledger.Payment;
import io.travelsuite.payments.ledger.PaymentReference;
import io.travelsuite.payments.ledger.PaymentStore;
import io.travelsuite.payments.ledger.StoredPayment;
import io.travelsuite.payments.ledger.Transition;
import io.travelsuite.payments.sandbox.MemoryPaymentStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PaymentStoreTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Lease LEASE = new Lease(MINUTE, Duration.ofHours(20));

  private static Till till;

  @BeforeAll
  static void open() {
    till = Till.create();
  }

  @AfterAll
  static void close() {
    till.close();
  }

  private static Payment payment(String key) {
    return till.payment(till.hold(till.fixture.open(2)), key, Till.TOKEN);
  }

  private static Payment opened(String key) {
    Payment payment = payment(key);
    till.store.open(payment, MINUTE);
    return payment;
  }

  private static Fact fact(PaymentReference reference, String object, String amount) {
    return new Fact(
        "sandbox",
        Mode.TEST,
        reference,
        "p-" + object,
        object,
        Transition.AUTHORIZED,
        Money.parse(amount),
        null);
  }

  @Test
  void random_calls_are_answered_as_by_the_store_in_memory() {
    for (int seed = 0; seed < 8; seed++) {
      Account account = new Account(till.fixture.operator().id(), "twin-" + seed, Mode.TEST);
      Random random = new Random(seed);
      StoreTwin twins =
          new StoreTwin(new MemoryPaymentStore(till.clock), till.store, account, random);
      try {
        for (int i = 0; i < 150; i++) {
          twins.step();
          till.clock.advance(Duration.ofSeconds(random.nextInt(40)));
        }
      } catch (AssertionError failure) {
        throw new AssertionError("seed " + seed, failure);
      }
    }
  }

  @Test
  void an_intent_is_kept_as_it_was_and_another_under_its_key_changes_nothing() {
    Payment payment = payment("kept");
    StoredPayment opened = till.store.open(payment, MINUTE);
    Payment other =
        new Payment(
            payment.account(),
            payment.key(),
            payment.booking(),
            Money.parse("JPY 7000"),
            Till.HOSTED,
            "Zwei Sitze, Gänge 🚌",
            null);

    assertThat(opened.payment()).isEqualTo(payment);
    assertThat(till.store.open(other, MINUTE)).isEqualTo(opened);
    assertThat(till.stored(payment)).isEqualTo(opened);
    assertThat(opened.payment().toString()).doesNotContain("tok_1");
  }

  @Test
  void a_fact_without_our_reference_is_found_by_the_providers_name_for_the_payment() {
    Payment payment = opened("named");
    Fact first = fact(payment.reference(), "named-1", "EUR 20.00");
    Fact anonymous =
        new Fact(
            "sandbox",
            Mode.TEST,
            null,
            "p-named-1",
            "named-2",
            Transition.AUTHORIZED,
            Money.parse("EUR 30.00"),
            null);

    assertThat(till.store.apply(anonymous)).isEqualTo(new ApplyResult.NoSuchPayment());
    till.store.apply(first);
    assertThat(till.store.apply(anonymous)).isInstanceOf(ApplyResult.Applied.class);
    assertThat(till.stored(payment).totals().authorized()).isEqualTo(Money.parse("EUR 50.00"));
  }

  @Test
  void what_happened_once_never_counts_for_two_payments() {
    Payment one = opened("one");
    Payment other = opened("other");
    till.store.apply(fact(one.reference(), "once", "EUR 120.00"));

    assertThatThrownBy(() -> till.store.apply(fact(other.reference(), "once", "EUR 120.00")))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("another payment");
    assertThat(till.stored(other).totals().authorized().isZero()).isTrue();
  }

  @Test
  void nothing_of_one_mode_touches_the_other() {
    Payment payment = opened("mode");
    Fact test = fact(payment.reference(), "mode-1", "EUR 120.00");
    Fact live =
        new Fact(
            test.provider(),
            Mode.LIVE,
            test.reference(),
            test.payment(),
            test.object(),
            test.transition(),
            test.amount(),
            null);
    Account account = payment.account();
    PaymentReference inLive =
        PaymentReference.of(
            new Account(account.operator(), account.provider(), Mode.LIVE), payment.key());

    assertThat(till.store.apply(live)).isEqualTo(new ApplyResult.NoSuchPayment());
    assertThat(till.desk.apply(live)).isEqualTo(new FactResult.NotOurs());
    assertThat(till.stored(payment).totals().authorized().isZero()).isTrue();
    assertThat(inLive).isNotEqualTo(payment.reference());
    assertThat(till.store.find(inLive)).isEmpty();
    till.clock.advance(MINUTE);
    assertThat(till.store.due("sandbox", Mode.LIVE, 100, MINUTE)).isEmpty();
    assertThat(till.alerts).anyMatch(alert -> alert.rule().equals("payment.foreign"));
  }

  @Test
  void what_is_due_is_given_to_one_and_again_when_its_lease_lapses() {
    Payment payment = opened("due");
    till.clock.advance(MINUTE);
    List<PaymentStore.Due> due = till.store.due("sandbox", Mode.TEST, 1000, MINUTE);

    assertThat(due).contains(new PaymentStore.Due(payment.reference(), 0));
    assertThat(till.store.due("sandbox", Mode.TEST, 1000, MINUTE)).isEmpty();
    till.clock.advance(MINUTE);
    assertThat(till.store.due("sandbox", Mode.TEST, 1000, MINUTE))
        .contains(new PaymentStore.Due(payment.reference(), 1));
  }

  @Test
  void a_card_number_in_a_providers_words_is_struck_out() {
    Payment payment = opened("pan");
    ClaimResult claim = till.store.claim(authorization(payment), LEASE);
    Operation sent = ((ClaimResult.Claimed) claim).operation();

    till.store.settle(
        sent.state(Operation.State.DECLINED, "no such card: 4111 1111 1111 1111"), null);

    assertThat(till.stored(payment).operations().get(0).detail())
        .isEqualTo("no such card: [card …1111]");
  }

  private static Operation authorization(Payment payment) {
    return Operation.planned(payment.reference(), Operation.Kind.AUTHORIZE, "1", payment.amount());
  }

  @Test
  void a_fact_commits_or_rolls_back_with_the_hosts_transaction() throws SQLException {
    Payment payment = opened("joined");
    Fact fact = fact(payment.reference(), "joined-1", "EUR 120.00");
    try (Connection connection = till.fixture.connect()) {
      connection.setAutoCommit(false);
      assertThat(till.store.apply(connection, fact)).isInstanceOf(ApplyResult.Applied.class);
      connection.rollback();
      assertThat(till.stored(payment).totals().authorized().isZero()).isTrue();

      assertThat(till.store.apply(connection, fact))
          .isInstanceOfSatisfying(
              ApplyResult.Applied.class, applied -> assertThat(applied.fresh()).isTrue());
      connection.commit();
    }
    assertThat(till.stored(payment).totals().authorized()).isEqualTo(Till.PRICE);
    assertThat(till.store.due("sandbox", Mode.TEST, 1000, MINUTE))
        .extracting(PaymentStore.Due::reference)
        .contains(payment.reference());
  }

  @Test
  void a_hosts_stale_snapshot_hides_no_fact() throws SQLException {
    Payment payment = opened("snapshot");
    try (Connection connection = till.fixture.connect()) {
      connection.setAutoCommit(false);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      connection.createStatement().executeQuery("SELECT COUNT(*) FROM travel_payment");
      till.store.apply(fact(payment.reference(), "snapshot-1", "EUR 20.00"));

      ApplyResult second =
          till.store.apply(connection, fact(payment.reference(), "snapshot-2", "EUR 30.00"));
      ApplyResult again =
          till.store.apply(connection, fact(payment.reference(), "snapshot-1", "EUR 20.00"));
      connection.commit();

      assertThat(second)
          .isInstanceOfSatisfying(
              ApplyResult.Applied.class,
              applied ->
                  assertThat(applied.payment().totals().authorized())
                      .isEqualTo(Money.parse("EUR 50.00")));
      assertThat(again)
          .isInstanceOfSatisfying(
              ApplyResult.Applied.class, applied -> assertThat(applied.fresh()).isFalse());
    }
  }
}
