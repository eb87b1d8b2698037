package io.travelsuite.jdbc.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.Mode;
import io.travelsuite.booking.Booking;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.jdbc.JdbcPayments;
import io.travelsuite.jdbc.JdbcTravel;
import io.travelsuite.payments.ledger.Account;
import io.travelsuite.payments.ledger.ApplyResult;
import io.travelsuite.payments.ledger.ClaimResult;
import io.travelsuite.payments.ledger.Fact;
import io.travelsuite.payments.ledger.Fate;
import io.travelsuite.payments.ledger.Lease;
import io.travelsuite.payments.ledger.Operation;
import io.travelsuite.payments.ledger.Payment;
import io.travelsuite.payments.ledger.PaymentMethod;
import io.travelsuite.payments.ledger.StoredPayment;
import io.travelsuite.payments.ledger.Transition;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The connection is cut at COMMIT of what a payment's store writes. */
class PaymentCommitCutTest extends CutSuite {

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Lease LEASE = new Lease(MINUTE, Duration.ofHours(20));
  private static final Money PRICE = Money.parse("EUR 120.00");

  private static JdbcPayments store;

  @BeforeAll
  static void open() {
    store = JdbcPayments.of(JdbcTravel.builder(pool).build());
  }

  private static Payment payment(String key) {
    Booking held =
        fixture.travel().bookings().hold(HoldRequest.of(fixture.open(2), 1)).orElseThrow();
    return new Payment(
        new Account(fixture.operator().id(), "sandbox", Mode.TEST),
        key,
        held.id(),
        PRICE,
        new PaymentMethod.Hosted(URI.create("https://shop.example/back")),
        "A seat",
        null);
  }

  private static Payment opened(String key) {
    Payment payment = payment(key);
    JdbcPayments.of(fixture.travel()).open(payment, MINUTE);
    return payment;
  }

  private static <T> T cut(Cut cut, Supplier<T> call) throws Exception {
    if (cut == Cut.BEFORE_A_LATE_COMMIT) {
      fixture.lockWaits().awaitNone();
    }
    ArmedCut armed = proxy.cutNext(cut);
    CompletableFuture<T> told = CompletableFuture.supplyAsync(call);
    try {
      armed.awaitMade();
      if (cut == Cut.BEFORE_A_LATE_COMMIT) {
        fixture.lockWaits().await(1);
      }
    } finally {
      armed.letGo();
    }
    return told.get(60, TimeUnit.SECONDS);
  }

  @ParameterizedTest
  @EnumSource
  void a_claim_is_its_callers_though_nobody_heard_it(Cut cut) throws Exception {
    Payment payment = opened("claim-" + cut);
    Operation wanted = Operation.planned(payment.reference(), Operation.Kind.AUTHORIZE, "1", PRICE);

    ClaimResult claim = cut(cut, () -> store.claim(wanted, LEASE));

    assertThat(claim).isEqualTo(new ClaimResult.Claimed(wanted.sentAgain()));
    assertThat(store.claim(wanted, LEASE)).isInstanceOf(ClaimResult.InFlight.class);
  }

  @ParameterizedTest
  @EnumSource
  void a_fact_is_fresh_to_who_told_it_first_though_nobody_heard_it(Cut cut) throws Exception {
    Payment payment = opened("fact-" + cut);
    Fact fact =
        new Fact(
            "sandbox",
            Mode.TEST,
            payment.reference(),
            "p-" + cut,
            "o-" + cut,
            Transition.AUTHORIZED,
            PRICE,
            null);

    ApplyResult result = cut(cut, () -> store.apply(fact));

    StoredPayment stored = store.find(payment.reference()).orElseThrow();
    assertThat(result).isEqualTo(new ApplyResult.Applied(stored, true));
    assertThat(stored.totals().authorized()).isEqualTo(PRICE);
    assertThat(stored.version()).isEqualTo(2);
    assertThat(store.apply(fact)).isEqualTo(new ApplyResult.Applied(stored, false));
  }

  @ParameterizedTest
  @EnumSource(names = "BEFORE_A_LATE_COMMIT", mode = EnumSource.Mode.EXCLUDE)
  void an_intent_and_a_fate_are_written_once(Cut cut) throws Exception {
    Payment payment = payment("intent-" + cut);

    StoredPayment opened = cut(cut, () -> store.open(payment, MINUTE));
    StoredPayment decided = cut(cut, () -> store.decide(payment.reference(), Fate.OPEN, Fate.SOLD));

    assertThat(opened.version()).isOne();
    assertThat(decided.fate()).isEqualTo(Fate.SOLD);
    assertThat(decided.version()).isEqualTo(2);
    assertThat(store.find(payment.reference())).contains(decided);
  }
}
